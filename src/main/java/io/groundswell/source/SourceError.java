package io.groundswell.source;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about sources and updates is refused. */
enum SourceError implements ErrorCode {
    SOURCE_NOT_FOUND(Kind.NOT_FOUND),
    /** A project is connected to as many as there may be. */
    TOO_MANY_SOURCES(Kind.CONFLICT),
    /** There is nobody to ask for an update. */
    NO_SOURCE(Kind.CONFLICT),
    /** It is switched off. */
    TRACKING_DISABLED(Kind.CONFLICT),
    /** The source cannot be asked now whether the credentials are good. */
    SOURCE_AWAY(Kind.UNAVAILABLE),
    RATE_LIMIT_EXCEEDED(Kind.TOO_MANY);

    private final Kind kind;

    SourceError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return kind == Kind.CONFLICT;
    }
}
