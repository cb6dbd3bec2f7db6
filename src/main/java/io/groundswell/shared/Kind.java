package io.groundswell.shared;

/** Why something was refused, in the few ways that every contract can express. HTTP statuses are known to wire alone. */
public enum Kind {
    /** The input has the wrong shape. */
    INVALID,
    UNAUTHENTICATED,
    /** A limit of the plan would be exceeded. */
    LIMIT_REACHED,
    FORBIDDEN,
    /** Absent, or owned by someone else. */
    NOT_FOUND,
    /** The state does not allow it. */
    CONFLICT,
    GONE,
    TOO_LARGE,
    /** Well-formed but impossible. */
    UNPROCESSABLE,
    TOO_MANY,
    /** Something we depend on does not answer. */
    UNAVAILABLE
}
