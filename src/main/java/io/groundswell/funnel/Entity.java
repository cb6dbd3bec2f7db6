package io.groundswell.funnel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose way through a funnel is followed. */
public enum Entity {
    USER_ID("e.user_key"),
    SESSION_ID("e.session_key");

    private final String key;

    Entity(String key) {
        this.key = key;
    }

    public static Optional<Entity> of(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.toString().equals(name))
                .findFirst();
    }

    /** What events {@code e} of the same one have in common, in the words of a statement. */
    String key() {
        return key;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
