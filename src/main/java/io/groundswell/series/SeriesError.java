package io.groundswell.series;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a question about figures is refused. */
public enum SeriesError implements ErrorCode {
    INVALID_PARAMS(Kind.INVALID, true),
    ENTITY_NOT_FOUND(Kind.NOT_FOUND, false),
    /** The plan does not reach back so far. */
    RETENTION_EXCEEDED(Kind.LIMIT_REACHED, true),
    /** What there was before there were questions. */
    GONE(Kind.GONE, true);

    private final Kind kind;
    private final boolean published;

    SeriesError(Kind kind, boolean published) {
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
