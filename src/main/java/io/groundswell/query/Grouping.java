package io.groundswell.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What events are told apart by. */
public enum Grouping {
    EVENT("e.name", " collate \"C\""),
    /** In UTC. */
    DATE("cast(e.at at time zone 'UTC' as date)", ""),
    USER_ID("e.user_id", " collate \"C\""),
    SESSION_ID("e.session_id", " collate \"C\""),
    COUNTRY("e.country", " collate \"C\"");

    private final String expression;
    private final String collation;

    Grouping(String expression, String collation) {
        this.expression = expression;
        this.collation = collation;
    }

    public static Optional<Grouping> of(String name) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.toString().equals(name))
                .findFirst();
    }

    /** It of an event {@code e}, in the words of a statement. */
    String expression() {
        return expression;
    }

    /** As groups {@code m} are sorted by it: texts by code point. */
    String sorted() {
        return "m." + this + collation;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
