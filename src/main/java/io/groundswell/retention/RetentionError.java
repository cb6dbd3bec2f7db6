package io.groundswell.retention;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a question about who comes back is refused. */
public enum RetentionError implements ErrorCode {
    MISSING_FIELDS,
    INVALID_PERIOD,
    INVALID_COHORTS;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public boolean published() {
        return true;
    }
}
