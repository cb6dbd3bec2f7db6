package io.groundswell.pipeline;

import io.groundswell.content.ContentService;
import io.groundswell.performance.Collector;
import io.groundswell.performance.Performance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Measures at once what is due of the mission's posts, some a step, with the lease renewed while networks are asked, and takes stock of
 * all of them.
 */
@ApplicationScoped
class AnalyticsStage implements StageWork {
    private static final int POSTS_A_STEP = 10;

    private final Leases leases;
    private final Heartbeat heartbeat;
    private final Collector collector;
    private final Performance performance;
    private final ContentService contents;
    private final StageEvents events;
    private final Clock clock;

    AnalyticsStage(
            Leases leases,
            Heartbeat heartbeat,
            Collector collector,
            Performance performance,
            ContentService contents,
            StageEvents events,
            Clock clock) {
        this.leases = leases;
        this.heartbeat = heartbeat;
        this.collector = collector;
        this.performance = performance;
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
        // What comes due after the stage began is left to the collector, so that the stage ends.
        var began = leases.guarded(
                lease, (mission, job) -> job.stage(Stage.ANALYTICS).startedAt());
        var measured = heartbeat.during(
                () -> collector.collect(lease.missionId(), began, POSTS_A_STEP),
                () -> leases.guarded(lease, (mission, job) -> null));
        if (measured == 0) {
            leases.guarded(lease, (mission, job) -> {
                var counts = contents.counts(lease.owner(), mission.id());
                var platforms = performance.byPlatform(lease.owner(), mission.id());
                job.complete(StageOutputs.analytics(counts, platforms), clock.instant());
                events.completed(job, Stage.ANALYTICS);
                return null;
            });
        }
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        // What was measured stays true, whatever becomes of the stage.
    }
}
