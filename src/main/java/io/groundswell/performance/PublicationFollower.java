package io.groundswell.performance;

import io.groundswell.content.ContentEvent;
import io.groundswell.content.ContentService;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * A post is watched from the moment it is out. It begins with nothing, and that is its first sample: so the first reading
 * counts in full, where that of a thing found somewhere only sets a level.
 */
@ApplicationScoped
class PublicationFollower {
    private final Watches watches;
    private final Snapshots snapshots;
    private final ContentService contents;

    PublicationFollower(Watches watches, Snapshots snapshots, ContentService contents) {
        this.watches = watches;
        this.snapshots = snapshots;
        this.contents = contents;
    }

    void published(@Observes ContentEvent.Published event) {
        var out = contents.get(event.owner(), event.contentId()).publication().publishedAt();
        watches.begin(
                event.owner(),
                event.contentId(),
                event.missionId(),
                out,
                MeasuringSchedule.next(out, out).orElseThrow());
        snapshots.record(
                event.owner(),
                List.of(new Sample(Subject.content(event.contentId()), out, Counters.zero(Counter.ofPosts()))));
    }
}
