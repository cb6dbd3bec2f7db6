package io.groundswell.performance;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a question about figures is refused. */
public enum PerformanceError implements ErrorCode {
    INVALID_PERIOD;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public boolean published() {
        return true;
    }
}
