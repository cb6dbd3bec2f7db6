package io.groundswell.wire.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What parameters mean in questions about sites. */
final class SiteWords {
    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("project", "The name of the project"),
            Map.entry("since", "The first day, in UTC: a date, a time, or days before today such as `30d`"),
            Map.entry("days", "`days=30` is the same as `since=30d`"),
            Map.entry("limit", "How many are wanted; moved into its range"),
            Map.entry("groupBy", "How long the parts of the series are; `day` if it is not given"),
            Map.entry("property", "The key of the property; `country` is where the visitor is"),
            Map.entry("event", "Only events of this name"),
            Map.entry("returning_event", "Only those who come back with an event of this name"),
            Map.entry("cursor", "The `next_cursor` of the page before"),
            Map.entry("name", "What the file is called"),
            Map.entry("token", "The public token of the project"),
            Map.entry(
                    "sample", "How many of the newest events are looked at: 100 to 10,000, 5,000 if it is not given"));

    private SiteWords() {}

    /** Null when nobody has said it yet. */
    static String of(String name) {
        return QUERIES.get(name);
    }

    static void shape(String name, Schema schema) {
        if (name.equals("limit") || name.equals("sample") || name.equals("cohorts")) {
            schema.setType(List.of(SchemaType.INTEGER));
        }
    }
}
