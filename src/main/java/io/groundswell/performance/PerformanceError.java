package io.groundswell.performance;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a question about figures is refused. */
public enum PerformanceError implements ErrorCode {
    INVALID_PERIOD(Kind.INVALID, true);

    private final Kind kind;
    private final boolean published;

    PerformanceError(Kind kind, boolean published) {
        this.kind = kind;
        this.published = published;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return published;
    }
}
