package io.groundswell.export;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about exports is refused. */
public enum ExportError implements ErrorCode {
    EXPORT_NOT_FOUND(Kind.NOT_FOUND),
    EXPORT_NOT_MADE(Kind.CONFLICT),
    TOO_MUCH_KEPT(Kind.CONFLICT),
    TOO_MANY_DOWNLOADS(Kind.TOO_MANY);

    private final Kind kind;

    ExportError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
