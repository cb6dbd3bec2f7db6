package io.groundswell.publishing.direct;

import io.groundswell.publishing.MetricFailure;
import io.groundswell.publishing.PublishFailure;
import java.time.Duration;

/** A network did not do what it was asked. The message may be stored and shown. */
public final class NetworkFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What to conclude. */
    public enum Kind {
        /** It takes nothing with this token any more. */
        REVOKED,
        /** There is no such thing. */
        ABSENT,
        /** It understood, and will not do it. */
        REFUSED,
        /** Not now, because too much was asked of it. */
        LIMITED,
        /** No server of the kind answers there, or none that we may call. */
        MISPLACED,
        /** It did not answer, or not sensibly; it may have acted all the same. */
        PASSING
    }

    private final Kind kind;
    private final String code;
    private final transient Duration wait;

    public NetworkFailure(Kind kind, String message) {
        this(kind, message, null, null, null);
    }

    NetworkFailure(Kind kind, String message, String code, Duration wait, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
        this.wait = wait;
    }

    public Kind kind() {
        return kind;
    }

    /** The network's own short name of what went wrong, or null. */
    public String code() {
        return code;
    }

    public PublishFailure ofPost() {
        return switch (kind) {
            case LIMITED -> PublishFailure.limited(getMessage(), wait);
            case PASSING -> PublishFailure.passing(getMessage(), this);
            case REVOKED, ABSENT, REFUSED, MISPLACED -> PublishFailure.permanent(getMessage());
        };
    }

    /** Of something that this server need not know: its absence here means nothing. */
    public NetworkFailure ofAnother() {
        return kind == Kind.ABSENT ? new NetworkFailure(Kind.REFUSED, getMessage(), code, wait, this) : this;
    }

    /** Nothing but the absence of a post ends the asking: accounts can be connected anew. */
    public MetricFailure ofMetrics() {
        return kind == Kind.ABSENT ? MetricFailure.permanent(getMessage()) : MetricFailure.passing(getMessage(), this);
    }
}
