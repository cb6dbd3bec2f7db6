package io.groundswell.funnel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose way through a funnel is followed. */
public enum Entity {
    USER_ID("users.sql"),
    SESSION_ID("sessions.sql");

    private final String file;

    Entity(String file) {
        this.file = file;
    }

    public static Optional<Entity> of(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.toString().equals(name))
                .findFirst();
    }

    /** The statement that finds them. */
    String file() {
        return file;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
