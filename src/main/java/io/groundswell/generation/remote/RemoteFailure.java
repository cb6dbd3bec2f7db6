package io.groundswell.generation.remote;

import io.groundswell.generation.ProviderFailure;
import java.time.Duration;

/** A call did not bring an answer. */
public final class RemoteFailure extends RuntimeException {

    /** What went wrong, and what follows from it. */
    public enum Reason {
        /** The call went out and nothing came back in time; it may have to be paid for. */
        TIMEOUT,
        /** Nobody was there. */
        UNREACHABLE,
        /** The provider is overloaded or broken. */
        DOWN,
        /** Too much was asked in too short a time. */
        LIMITED,
        /** Key, model or request are wrong, or the account is used up: no other try will do better. */
        REJECTED,
        /** The provider does not want to make this. */
        DECLINED;

        boolean isOutage() {
            return this == TIMEOUT || this == UNREACHABLE || this == DOWN;
        }
    }

    private final Reason reason;
    private final Duration retryAfter;

    RemoteFailure(Reason reason, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the provider may have done the work, and charge for it, although we have nothing of it. */
    public boolean mayCost() {
        return reason == Reason.TIMEOUT;
    }

    public ProviderFailure toProviderFailure(String provider) {
        var message = provider + " " + getMessage();
        return switch (reason) {
            case REJECTED, DECLINED -> ProviderFailure.permanent(message);
            case LIMITED -> ProviderFailure.limited(message, retryAfter);
            case TIMEOUT, UNREACHABLE, DOWN ->
                retryAfter == null
                        ? ProviderFailure.passing(message, this)
                        : ProviderFailure.limited(message, retryAfter);
        };
    }
}
