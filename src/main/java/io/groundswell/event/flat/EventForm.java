package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.event.Event;
import io.groundswell.event.EventRules;
import io.groundswell.event.HotProperty;
import io.groundswell.event.Visitor;
import io.groundswell.shared.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as callers write it. */
@RegisterForReflection(registerFullHierarchy = true)
record EventForm(
        String token,
        String event,
        String eventId,
        @Schema(description = "Any JSON, up to 8,192 bytes") ObjectNode properties,
        String userId,
        String sessionId,
        Long timestamp) {

    /** Everything that is wrong with it as it happens; an empty list means nothing is. */
    List<Violation> violations(Instant now) {
        return also(EventRules.violations(told(), now));
    }

    /**
     * The same for what happened long ago.
     *
     * @param oldest day that is taken
     */
    List<Violation> violations(LocalDate oldest, Instant now) {
        return also(EventRules.violations(told(), oldest, now));
    }

    private List<Violation> also(List<Violation> others) {
        var wrong = new ArrayList<Violation>();
        if (properties != null) {
            wrong.addAll(PropertyRules.violations(properties));
        }
        wrong.addAll(others);
        return wrong;
    }

    private EventRules.Told told() {
        var bytes = properties == null ? 0 : properties.toString().getBytes(StandardCharsets.UTF_8).length;
        return new EventRules.Told(event, eventId, userId, sessionId, at(), bytes);
    }

    private Instant at() {
        return timestamp == null ? null : Instant.ofEpochMilli(timestamp);
    }

    /** @param visitor tells what the properties do not */
    Event read(Visitor visitor, Instant now) {
        var hot = new EnumMap<HotProperty, String>(HotProperty.class);
        var rest = rest(hot);
        lack(hot, HotProperty.BROWSER, visitor.browser());
        lack(hot, HotProperty.OS, visitor.os());
        lack(hot, HotProperty.DEVICE, visitor.device());
        return new Event(
                event,
                eventId,
                userId,
                sessionId,
                at() == null ? now : at(),
                page(),
                visitor.country(),
                Map.copyOf(hot),
                rest);
    }

    private String page() {
        return text("path") == null ? text("url") : text("path");
    }

    private String text(String property) {
        return properties == null ? null : properties.path(property).textValue();
    }

    /** What has no column, or is no text. */
    private String rest(Map<HotProperty, String> hot) {
        if (properties == null) {
            return null;
        }
        var rest = properties.objectNode();
        rest.setAll(properties);
        for (var property : HotProperty.values()) {
            var value = properties.get(property.toString());
            if (value != null && value.isTextual()) {
                hot.put(property, value.textValue());
                rest.remove(property.toString());
            }
        }
        return rest.isEmpty() ? null : rest.toString();
    }

    private void lack(Map<HotProperty, String> hot, HotProperty property, String value) {
        if (value != null && (properties == null || !properties.has(property.toString()))) {
            hot.put(property, value);
        }
    }
}
