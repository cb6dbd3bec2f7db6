package io.groundswell.traffic;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a question about a site is refused. */
public enum TrafficError implements ErrorCode {
    MISSING_FIELDS,
    INVALID_PROPERTY_KEY,
    INVALID_PERIOD,
    /** Neither entry, exit nor both. */
    INVALID_TYPE,
    INVALID_METRIC,
    INVALID_GROUP_BY,
    INVALID_FILTER_OP,
    INVALID_FILTER_FIELD,
    INVALID_COUNT_MODE,
    INVALID_FUNNEL_STEPS;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public boolean published() {
        return true;
    }
}
