package io.groundswell.query;

import io.groundswell.event.HotProperty;

/**
 * Something that an event {@code e} has, or lacks, in the words of a statement. A property reads the same whether it has
 * a column or not.
 *
 * @param json it as {@code jsonb}; null or {@code 'null'} when the event lacks it
 * @param text it when it is a text
 * @param isText whether it is one; to compare first is quicker
 * @param shown it as text, of whatever type it is; null when the event lacks it
 * @param indexed the {@link io.groundswell.event.KeyHash#number hash} by which events with a text are found; null when there is none
 */
public record EventField(String json, String text, String isText, String shown, String indexed) {
    public static final EventField EVENT = column("e.name");
    public static final EventField USER_ID =
            new EventField("to_jsonb(e.user_id)", "e.user_id", "true", "e.user_id", "e.user_key");
    public static final EventField SESSION_ID = column("e.session_id");
    public static final EventField COUNTRY = column("e.country");
    public static final EventField DATE = column("cast(cast(e.at at time zone 'UTC' as date) as text)");
    /** In milliseconds, a number. */
    public static final EventField TIMESTAMP = number("cast(extract(epoch from e.at) * 1000 as bigint)");

    /** @param key of the property, as the caller has it */
    public static EventField property(String key, Bound bound) {
        var name = bound.name(key);
        return HotProperty.of(key).map(hot -> withColumn("e." + hot, name)).orElseGet(() -> withoutColumn(name));
    }

    private static EventField column(String column) {
        return new EventField("to_jsonb(" + column + ")", column, "true", column, null);
    }

    private static EventField number(String number) {
        var text = "cast(" + number + " as text)";
        return new EventField("to_jsonb(" + number + ")", text, "false", text, null);
    }

    /** Only texts are in the column. */
    private static EventField withColumn(String column, String key) {
        return new EventField(
                "coalesce(to_jsonb(%s), e.properties -> %s)".formatted(column, key),
                column,
                "true",
                "coalesce(%s, e.properties ->> %s)".formatted(column, key),
                null);
    }

    private static EventField withoutColumn(String key) {
        var text = "(e.properties ->> %s)".formatted(key);
        return new EventField(
                "(e.properties -> %s)".formatted(key),
                text,
                "jsonb_typeof(e.properties -> %s) = 'string'".formatted(key),
                text,
                null);
    }
}
