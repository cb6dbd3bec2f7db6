package io.groundswell.shared;

/** One reason for a refusal. Each feature lists its own in an enum. */
public interface ErrorCode {
    Kind kind();

    String name();

    /** Whether clients are promised this code by name, rather than only its kind. */
    default boolean published() {
        return false;
    }

    /** Why, within its kind, in contracts that tell it apart from the code; null where there is nothing more to tell. */
    default String reason() {
        return null;
    }
}
