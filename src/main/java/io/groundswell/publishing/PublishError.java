package io.groundswell.publishing;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request to publish or to schedule is refused. */
public enum PublishError implements ErrorCode {
    PLATFORM_NOT_CONNECTED(Kind.UNPROCESSABLE),
    PROVIDER_ERROR(Kind.UNAVAILABLE),
    MISSION_PAUSED(Kind.CONFLICT),
    NOT_PUBLISHABLE(Kind.CONFLICT),
    UNKNOWN_PROVIDER(Kind.NOT_FOUND),
    NOT_CONNECTED(Kind.CONFLICT),
    LIVE_MODE_ONLY(Kind.CONFLICT);

    private final Kind kind;

    PublishError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return this == PLATFORM_NOT_CONNECTED || this == PROVIDER_ERROR;
    }
}
