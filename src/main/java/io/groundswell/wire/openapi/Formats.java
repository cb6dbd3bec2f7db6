package io.groundswell.wire.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What the texts of answers are, by the names that our contracts give to times and addresses. */
final class Formats {
    private static final Set<String> TIMES =
            Set.of("at", "now", "scheduled_for", "previous_scheduled_for", "next_publish_at", "last_sync");

    private Formats() {}

    static void add(Schema schema, String name) {
        if (schema.getType() == null || !schema.getType().contains(SchemaType.STRING)) {
            return;
        }
        if (name.endsWith("_at") || TIMES.contains(name)) {
            schema.format("date-time");
        } else if (name.equals("url") || name.endsWith("_url")) {
            schema.format("uri");
        }
    }
}
