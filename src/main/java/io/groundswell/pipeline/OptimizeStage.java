package io.groundswell.pipeline;

import io.groundswell.mission.Mission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Ends a cycle: notes what was learned, and decides whether there is another. Insights compare groups of published
 * items by their measured engagement and need five of them a side; nothing is measured yet, so there are none to find.
 */
@ApplicationScoped
class OptimizeStage implements StageWork {
    private final Leases leases;
    private final StageEvents events;
    private final PipelineConfig config;
    private final Clock clock;

    OptimizeStage(Leases leases, StageEvents events, PipelineConfig config, Clock clock) {
        this.leases = leases;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.OPTIMIZE;
    }

    @Override
    public void step(Lease lease) {
        leases.guarded(lease, (mission, job) -> {
            if (!job.hasFinishedCycle()) {
                job.complete(Map.of("insights", List.of()), clock.instant());
                events.completed(job, Stage.OPTIMIZE);
            }
            goOn(mission, job);
            return null;
        });
    }

    /** A job comes back here when its next cycle is due, but also when its mission was resumed or extended. */
    private void goOn(Mission mission, PipelineJob job) {
        var now = clock.instant();
        var low = job.plan().plannedUntil().minus(Duration.ofDays(config.lowWaterDays()));
        if (!job.plan().plannedUntil().isBefore(mission.endsAt())) {
            job.finish(now);
            events.finished(job);
        } else if (low.isAfter(now)) {
            job.giveBack(low);
        } else {
            job.beginCycle(now);
        }
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        // Leaves nothing behind but its output, which a failed stage does not keep.
    }
}
