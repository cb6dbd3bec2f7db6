package io.groundswell.live;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why nobody may watch. */
public enum LiveError implements ErrorCode {
    STREAM_LIMIT(Kind.TOO_MANY, true),
    /** What should be pairs of keys and values is not. */
    INVALID_FILTER(Kind.INVALID, true),
    /** This instance holds as many streams as it may. */
    TOO_MANY_HERE(Kind.UNAVAILABLE, false);

    private final Kind kind;
    private final boolean published;

    LiveError(Kind kind, boolean published) {
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
