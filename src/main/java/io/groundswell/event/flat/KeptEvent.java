package io.groundswell.event.flat;

import io.groundswell.event.Event;
import io.groundswell.event.EventRules;
import io.groundswell.event.HashedId;
import io.groundswell.event.HotProperty;
import io.groundswell.event.Visitor;
import io.groundswell.shared.Violation;
import io.groundswell.wire.StorableJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An event that somebody told, with its properties as they are kept. */
final class KeptEvent {
    private final EventForm form;
    private final KeptProperties kept;

    KeptEvent(EventForm form) {
        this.form = form;
        this.kept = KeptProperties.of(form.properties());
    }

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
        if (kept.storable()) {
            return others;
        }
        var wrong = new ArrayList<Violation>();
        wrong.add(new Violation("properties", "properties " + StorableJson.RULE));
        wrong.addAll(others);
        return wrong;
    }

    private EventRules.Told told() {
        return new EventRules.Told(
                form.event(), form.eventId(), form.userId(), form.sessionId(), form.at(), kept.bytes());
    }

    /** @param visitor tells what the properties do not */
    Event read(Visitor visitor, Instant now) {
        lack(HotProperty.BROWSER, visitor.browser());
        lack(HotProperty.OS, visitor.os());
        lack(HotProperty.DEVICE, visitor.device());
        return new Event(
                form.event(),
                form.eventId(),
                HashedId.of(form.userId()),
                HashedId.of(form.sessionId()),
                form.at() == null ? now : form.at(),
                page(),
                visitor.country(),
                Collections.unmodifiableMap(kept.hot()),
                kept.rest());
    }

    private String page() {
        return text("path") == null ? text("url") : text("path");
    }

    private String text(String property) {
        return form.properties() == null
                ? null
                : EventForm.filled(form.properties().path(property).textValue());
    }

    private void lack(HotProperty property, String value) {
        if (value != null && (form.properties() == null || !form.properties().has(property.toString()))) {
            kept.hot().put(property, value);
        }
    }
}
