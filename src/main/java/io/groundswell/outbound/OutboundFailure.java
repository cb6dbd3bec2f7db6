package io.groundswell.outbound;

/** A call without an answer. The message names the host at most, so it may be stored and shown. */
public final class OutboundFailure extends RuntimeException {

    /** What the caller may conclude. */
    public enum Kind {
        /** The address is one that this server does not call; it never will. */
        REFUSED_TARGET,
        /** This server had no room for the call, or stops: the other side received nothing, and had no part in that. */
        HELD_BACK,
        /** The other side surely received nothing: no such host, no connection, no trust. */
        NOT_SENT,
        /** It may have been received, and even acted upon. */
        NO_ANSWER,
        /** It was received, and answered with more than is read. */
        TOO_LARGE
    }

    private final Kind kind;

    public OutboundFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    OutboundFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
