package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.wire.TextDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as callers write it. An empty id counts as none: many clients send {@code ""} for anonymous users. */
@RegisterForReflection(registerFullHierarchy = true)
record EventForm(
        String token,
        String event,
        String eventId,
        @Schema(description = "Any JSON, up to 8,192 bytes") ObjectNode properties,
        String userId,
        String sessionId,

        @Schema(description = "In Unix milliseconds, parts of which are left off")
        BigDecimal timestamp) {
    private static final BigDecimal FIRST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);

    EventForm {
        eventId = filled(eventId);
        userId = filled(userId);
        sessionId = filled(sessionId);
    }

    static String filled(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /**
     * What JSON says whose members are all of the types that they should have, which is nearly always so: a general reader would
     * copy it all for that. Empty for other JSON, which may still be readable.
     */
    static Optional<EventForm> plain(JsonNode json) {
        var properties = json.get("properties");
        var timestamp = json.get("timestamp");
        var plain = json.isObject()
                && Stream.of("token", "event", "event_id", "user_id", "session_id")
                        .allMatch(name -> isText(json.get(name)))
                && (properties == null || properties.isObject())
                && (timestamp == null || timestamp.isNumber());
        return !plain
                ? Optional.empty()
                : Optional.of(new EventForm(
                        text(json, "token"),
                        text(json, "event"),
                        text(json, "event_id"),
                        (ObjectNode) properties,
                        text(json, "user_id"),
                        text(json, "session_id"),
                        timestamp == null ? null : timestamp.decimalValue()));
    }

    private static boolean isText(JsonNode value) {
        return value == null || value.isTextual() && TextDeserializer.storable(value.textValue());
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).textValue();
    }

    Instant at() {
        return timestamp == null
                ? null
                : Instant.ofEpochMilli(timestamp.max(FIRST).min(LAST).longValue());
    }
}
