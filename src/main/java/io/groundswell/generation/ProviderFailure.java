package io.groundswell.generation;

import java.time.Duration;

/** A provider did not do what it was asked. Permanent failures are not worth another try. */
public final class ProviderFailure extends RuntimeException {
    private final boolean permanent;
    private final Duration retryAfter;

    private ProviderFailure(String message, boolean permanent, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
        this.retryAfter = retryAfter;
    }

    public static ProviderFailure passing(String message, Throwable cause) {
        return new ProviderFailure(message, false, null, cause);
    }

    public static ProviderFailure limited(String message, Duration retryAfter) {
        return new ProviderFailure(message, false, retryAfter, null);
    }

    public static ProviderFailure permanent(String message) {
        return new ProviderFailure(message, true, null, null);
    }

    public boolean isPermanent() {
        return permanent;
    }

    /** How long the provider asks us to wait, or null when it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
