package io.groundswell.publishing;

import java.time.Duration;

/** A network did not take a post. After a passing failure it may have taken it all the same. */
public final class PublishFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private enum Kind {
        PASSING,
        LIMITED,
        PERMANENT
    }

    private final Kind kind;
    private final transient Duration retryAfter;

    private PublishFailure(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** Worth another try. */
    public static PublishFailure passing(String message, Throwable cause) {
        return new PublishFailure(Kind.PASSING, message, null, cause);
    }

    /** Not taken for now. Worth another try, but not before {@code retryAfter}; null when the network did not say. */
    public static PublishFailure limited(String message, Duration retryAfter) {
        return new PublishFailure(Kind.LIMITED, message, retryAfter, null);
    }

    public static PublishFailure permanent(String message) {
        return new PublishFailure(Kind.PERMANENT, message, null, null);
    }

    /** What to tell of an item that was given up for it. A failure to take it back, or to look, is what was suppressed. */
    String reason() {
        return getSuppressed().length == 0
                ? getMessage()
                : getMessage() + ". It may be out all the same, or go out yet: the network could not be asked.";
    }

    public boolean isPermanent() {
        return kind == Kind.PERMANENT;
    }

    /** Whether the network had too much to do, and wants to be left alone. */
    boolean isLimited() {
        return kind == Kind.LIMITED;
    }

    /** How long the network asks us to wait, or null when it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
