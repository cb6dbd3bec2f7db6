package io.groundswell.webhook.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.webhook.Event;
import io.groundswell.webhook.EventText;
import io.groundswell.webhook.Numbers;
import io.groundswell.wire.v1.V1;
import io.quarkus.arc.All;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes events in the words of the missions contract. */
@ApplicationScoped
class EventBody implements EventText {
    private final List<EventSubject> subjects;
    private final ObjectMapper json;

    EventBody(@All List<EventSubject> subjects, ObjectMapper json) {
        this.subjects = subjects;
        this.json = json;
    }

    @RegisterForReflection
    record Body(String id, String type, String createdAt, String tenantId, String mode, Data data) {}

    @RegisterForReflection
    record Data(Object object) {}

    @Override
    public String of(Event event) {
        return text(event, object(event));
    }

    @Override
    public String bare(Event event) {
        return text(event, told(event).put("id", event.subjectId()));
    }

    private String text(Event event, Object object) {
        var owner = event.owner();
        try {
            return json.writeValueAsString(new Body(
                    event.id(),
                    event.type(),
                    V1.time(event.at()),
                    owner.organizationId(),
                    owner.mode().toString(),
                    new Data(object)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is always writable", e);
        }
    }

    @RegisterForReflection
    record Gone(String id, boolean deleted) {}

    private Object object(Event event) {
        var subject = subject(event.subjectId());
        return subject.isEmpty()
                ? told(event)
                : subject.get().find(event.owner(), event.subjectId()).orElse(new Gone(event.subjectId(), true));
    }

    private Optional<EventSubject> subject(String id) {
        return subjects.stream()
                .filter(subject -> id.startsWith(subject.prefix() + "_"))
                .findFirst();
    }

    /** The outbox keeps texts only. */
    private ObjectNode told(Event event) {
        var object = read(event.data());
        Numbers.NAMES.stream()
                .filter(object::has)
                .forEach(
                        name -> object.put(name, new BigDecimal(object.get(name).asText())));
        return object;
    }

    private ObjectNode read(String data) {
        try {
            return (ObjectNode) json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox keeps JSON objects", e);
        }
    }
}
