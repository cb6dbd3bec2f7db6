package io.groundswell.performance;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a question about figures is refused. */
public enum PerformanceError implements ErrorCode {
    INVALID_PERIOD(Kind.INVALID);

    private final Kind kind;

    PerformanceError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return true;
    }
}
