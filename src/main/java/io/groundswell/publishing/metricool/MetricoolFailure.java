package io.groundswell.publishing.metricool;

import io.groundswell.publishing.PublishFailure;
import java.time.Duration;

/** Metricool did not do what it was asked to. The message may be shown. */
public final class MetricoolFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the caller may conclude. */
    public enum Kind {
        /** The token is not, or no longer, good. */
        REFUSED_TOKEN,
        /** The token is not good for a brand that an earlier account had. */
        OTHER_BRAND,
        /** It surely did nothing, and will do nothing with the same request. */
        REFUSED,
        /** There is no such thing (any more). */
        GONE,
        /** Too many calls: it surely did nothing. */
        LIMITED,
        /** It was not reached: it surely did nothing. */
        UNREACHED,
        /** It may have acted, or not. */
        UNKNOWN
    }

    private final Kind kind;
    private final transient Duration retryAfter;

    MetricoolFailure(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    MetricoolFailure(Kind kind, String message) {
        this(kind, message, null, null);
    }

    /** The same of a brand that is not the connected account's: however it is refused, nothing can be asked about it. */
    MetricoolFailure ofOtherBrand() {
        return kind == Kind.REFUSED_TOKEN || kind == Kind.REFUSED || kind == Kind.GONE
                ? new MetricoolFailure(
                        Kind.OTHER_BRAND, "The post is in a brand that the connected account may not see")
                : this;
    }

    /** What it means to the publishing of a post. */
    PublishFailure ofPost() {
        return switch (kind) {
            case LIMITED -> PublishFailure.limited(getMessage(), retryAfter);
            case REFUSED, REFUSED_TOKEN, OTHER_BRAND, GONE -> PublishFailure.permanent(getMessage());
            case UNREACHED, UNKNOWN -> PublishFailure.passing(getMessage(), this);
        };
    }

    public Kind kind() {
        return kind;
    }

    /** How long it wants to be left alone; null when it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }
}
