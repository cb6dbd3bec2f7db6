package io.groundswell.generation;

import java.time.Duration;

/** A provider did not do what it was asked. Permanent failures are not worth another try with the same provider. */
public final class ProviderFailure extends RuntimeException {
    private final boolean permanent;
    private final Duration retryAfter;
    private final transient Usage usage;
    private final transient Route route;

    private ProviderFailure(
            String message, boolean permanent, Duration retryAfter, Usage usage, Route route, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
        this.retryAfter = retryAfter;
        this.usage = usage;
        this.route = route;
    }

    public static ProviderFailure passing(String message, Throwable cause) {
        return new ProviderFailure(message, false, null, null, null, cause);
    }

    public static ProviderFailure limited(String message, Duration retryAfter) {
        return new ProviderFailure(message, false, retryAfter, null, null, null);
    }

    public static ProviderFailure permanent(String message) {
        return new ProviderFailure(message, true, null, null, null, null);
    }

    /** The same failure of a call that has to be paid for all the same; null when it cost nothing. */
    public ProviderFailure paid(Usage usage) {
        return new ProviderFailure(getMessage(), permanent, retryAfter, usage, route, this);
    }

    /** The same failure, with whom it befell. */
    public ProviderFailure by(Route route) {
        return new ProviderFailure(getMessage(), permanent, retryAfter, usage, route, this);
    }

    public boolean isPermanent() {
        return permanent;
    }

    /** How long the provider asks us to wait, or null when it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** What the call cost although it failed, or null. */
    public Usage usage() {
        return usage;
    }

    /** Who failed, or null when no provider is to blame. */
    public Route route() {
        return route;
    }
}
