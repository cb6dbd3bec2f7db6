package io.groundswell.pipeline;

import io.groundswell.content.ContentService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Takes stock of the mission's content at the end of a cycle. */
@ApplicationScoped
class AnalyticsStage implements StageWork {
    private final Leases leases;
    private final ContentService contents;
    private final StageEvents events;
    private final Clock clock;

    AnalyticsStage(Leases leases, ContentService contents, StageEvents events, Clock clock) {
        this.leases = leases;
        this.contents = contents;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.ANALYTICS;
    }

    @Override
    public void step(Lease lease) {
        leases.guarded(lease, (mission, job) -> {
            var counts = contents.counts(lease.owner(), mission.id());
            job.complete(
                    Map.of(
                            "generated", counts.generated(),
                            "approved", counts.approved(),
                            "published", counts.published(),
                            "scheduled", counts.scheduled()),
                    clock.instant());
            events.completed(job, Stage.ANALYTICS);
            return null;
        });
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        // Only reads.
    }
}
