package io.groundswell.event;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import java.util.Locale;

/** Why events are refused. */
public enum EventError implements ErrorCode {
    MISSING_FIELDS(Kind.INVALID, true),
    BATCH_TOO_LARGE(Kind.INVALID, true),
    INVALID_TOKEN(Kind.UNAUTHENTICATED, true),
    ORIGIN_NOT_ALLOWED(Kind.FORBIDDEN, false),
    RATE_LIMIT(Kind.TOO_MANY, false),
    LIFETIME_EVENT_LIMIT(Kind.TOO_MANY, false),
    /** A user has as many former ids as one may have. */
    TOO_MANY_IDS(Kind.CONFLICT, true),
    /** More is waiting to be written than may wait. */
    OVERLOADED(Kind.UNAVAILABLE, false);

    private final Kind kind;
    private final boolean published;

    EventError(Kind kind, boolean published) {
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

    @Override
    public String reason() {
        return kind == Kind.TOO_MANY ? name().toLowerCase(Locale.ROOT) : null;
    }
}
