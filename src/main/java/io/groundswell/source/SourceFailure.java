package io.groundswell.source;

import java.time.Duration;
import java.util.Locale;

/** A source did not tell what it was asked. The message may be stored and shown. */
public final class SourceFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What to conclude. */
    public enum Kind {
        /** No answer, or one that says that it cannot answer now. */
        PASSING,
        /** An answer that makes no sense. */
        NONSENSE,
        /** Not now, because too much was asked of it. */
        LIMITED,
        /** Not now, because somebody else fetches a token, or because this server lacks the key of the credentials. */
        WAITING,
        /** The token is not good any more; another one may be. */
        TOKEN_OVER,
        /** It takes nothing with these credentials any more. */
        REFUSED,
        /** There is no such creator. */
        ABSENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final transient Duration wait;

    private SourceFailure(Kind kind, String message, Duration wait, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.wait = wait;
    }

    public static SourceFailure of(Kind kind, String message) {
        return new SourceFailure(kind, message, null, null);
    }

    public static SourceFailure passing(String message, Throwable cause) {
        return new SourceFailure(Kind.PASSING, message, null, cause);
    }

    /** @param wait how long that takes at most */
    static SourceFailure waiting(String message, Duration wait) {
        return new SourceFailure(Kind.WAITING, message, wait, null);
    }

    /** @param wait how long it wants to be left alone */
    public static SourceFailure limited(String message, Duration wait) {
        return new SourceFailure(Kind.LIMITED, message, wait, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Null unless it is limited, or waiting. */
    Duration pause() {
        return wait;
    }
}
