package io.groundswell.funnel;

import io.groundswell.database.Sql;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose way through a funnel is followed. */
public enum Entity {
    USER_ID("users.sql"),
    SESSION_ID("sessions.sql");

    private final String statement;

    Entity(String file) {
        statement = Sql.read(Entity.class, file);
    }

    public static Optional<Entity> of(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.toString().equals(name))
                .findFirst();
    }

    /** What finds them, for steps without filters. */
    String statement() {
        return statement;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
