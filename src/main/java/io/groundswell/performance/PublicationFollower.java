package io.groundswell.performance;

import io.groundswell.content.ContentEvent;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A post is watched from the moment it is out. It begins with nothing, and that is its first sample: so the first reading
 * counts in full, where that of a thing found somewhere only sets a level.
 */
@ApplicationScoped
class PublicationFollower {
    private final Watches watches;
    private final Snapshots snapshots;

    PublicationFollower(Watches watches, Snapshots snapshots) {
        this.watches = watches;
        this.snapshots = snapshots;
    }

    void published(@Observes ContentEvent.Published event) {
        var out = event.at();
        watches.begin(
                event.owner(),
                event.contentId(),
                event.missionId(),
                out,
                MeasuringSchedule.next(out, out).orElseThrow());
        snapshots.begin(event.owner(), Subject.content(event.contentId()), out, Counter.ofPosts());
    }
}
