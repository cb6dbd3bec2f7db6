package io.groundswell.publishing;

import java.time.Duration;

/** A network did not take a post. After a passing failure it may have taken it all the same. */
public final class PublishFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean permanent;
    private final transient Duration retryAfter;

    private PublishFailure(String message, boolean permanent, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
        this.retryAfter = retryAfter;
    }

    /** Worth another try. */
    public static PublishFailure passing(String message, Throwable cause) {
        return new PublishFailure(message, false, null, cause);
    }

    /** Worth another try, but not before {@code retryAfter}. */
    public static PublishFailure limited(String message, Duration retryAfter) {
        return new PublishFailure(message, false, retryAfter, null);
    }

    public static PublishFailure permanent(String message) {
        return new PublishFailure(message, true, null, null);
    }

    /** What to tell of an item that was given up for it. A failure to take it back, or to look, is what was suppressed. */
    String reason() {
        return getSuppressed().length == 0
                ? getMessage()
                : getMessage() + ". It may be out all the same, or go out yet: the network could not be asked.";
    }

    public boolean isPermanent() {
        return permanent;
    }

    /** How long the network asks us to wait, or null when it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
