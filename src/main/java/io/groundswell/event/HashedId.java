package io.groundswell.event;

/**
 * An id with its {@link KeyHash}. Whoever reads an event makes it, since one thread writes what many have read.
 *
 * @param key the number that stands for the text
 */
public record HashedId(String text, long key) {
    /** Null for null. */
    public static HashedId of(String text) {
        return text == null ? null : new HashedId(text, KeyHash.number(text));
    }

    static String text(HashedId id) {
        return id == null ? null : id.text;
    }

    static Long key(HashedId id) {
        return id == null ? null : id.key;
    }
}
