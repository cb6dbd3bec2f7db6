package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.event.EventError;
import io.groundswell.event.EventRules;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Bodies;
import io.groundswell.wire.BodyReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what callers tell. */
@ApplicationScoped
class EventForms {
    private final Bodies bodies;
    private final BodyReader reader;

    EventForms(Bodies bodies, BodyReader reader) {
        this.bodies = bodies;
        this.reader = reader;
    }

    EventForm one(byte[] body) throws IOException {
        var json = bodies.read(body);
        return EventForm.plain(json).orElseGet(() -> carefully(json, EventForm.class));
    }

    /** @return null when there is no list, with a null for each that it holds */
    List<EventForm> several(byte[] body) throws IOException {
        var json = bodies.read(body);
        var events = json.path("events");
        if (events.isArray() && events.size() > EventRules.MOST_IN_BATCH) {
            throw Refusal.on(
                    EventError.BATCH_TOO_LARGE,
                    "events",
                    "events must hold at most %d events",
                    EventRules.MOST_IN_BATCH);
        }
        var forms = new ArrayList<EventForm>();
        events.forEach(event -> EventForm.plain(event).ifPresent(forms::add));
        return events.isArray() && events.size() == forms.size()
                ? forms
                : carefully(json, TrackBatchResource.BatchRequest.class).events();
    }

    <T> T read(byte[] body, Class<T> type) throws IOException {
        return carefully(bodies.read(body), type);
    }

    /** Takes its time to find all that is wrong. */
    private <T> T carefully(JsonNode json, Class<T> type) {
        return reader.read(json, type, read -> List.of());
    }
}
