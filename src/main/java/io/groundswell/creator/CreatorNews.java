package io.groundswell.creator;

import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Objects;

/** Tells the features that follow creators what people changed of one, in the transaction of the change. */
@ApplicationScoped
class CreatorNews {
    private final Event<CreatorEvent> events;
    private final Clock clock;

    CreatorNews(Event<CreatorEvent> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @param handle what it was before, as the readme was */
    void tell(Owner owner, Creator creator, String handle, String readme) {
        if (!handle.equals(creator.handle())) {
            events.fire(new CreatorEvent.Renamed(owner, creator.id(), handle, creator.handle(), clock.instant()));
        }
        if (!Objects.equals(readme, creator.readme())) {
            events.fire(new CreatorEvent.ReadmeChanged(owner, creator.id(), creator.readme(), clock.instant()));
        }
    }
}
