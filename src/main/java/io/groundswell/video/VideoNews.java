package io.groundswell.video;

import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Objects;

/** Tells the features that follow videos what people changed of one, in the transaction of the change. */
@ApplicationScoped
class VideoNews {
    private final Event<VideoEvent> events;
    private final Clock clock;

    VideoNews(Event<VideoEvent> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @param readme what it was before */
    void tell(Owner owner, Video video, String readme) {
        if (!Objects.equals(readme, video.readme())) {
            events.fire(new VideoEvent.ReadmeChanged(owner, video.id(), video.readme(), clock.instant()));
        }
    }
}
