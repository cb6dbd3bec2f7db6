package io.groundswell.pipeline;

import io.groundswell.mission.Mission;
import io.groundswell.performance.Insight;
import io.groundswell.performance.Insight.Aspect;
import io.groundswell.performance.Performance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Ends a cycle: notes what was learned and what the next cycle is to make of it, and decides whether there is another.
 */
@ApplicationScoped
class OptimizeStage implements StageWork {
    private final Leases leases;
    private final Performance performance;
    private final Emphases emphases;
    private final StageEvents events;
    private final PipelineConfig config;
    private final Clock clock;

    OptimizeStage(
            Leases leases,
            Performance performance,
            Emphases emphases,
            StageEvents events,
            PipelineConfig config,
            Clock clock) {
        this.leases = leases;
        this.performance = performance;
        this.emphases = emphases;
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
                var insights = learned(mission, job);
                job.plan().learn(insights);
                job.complete(
                        Map.of(
                                "insights",
                                insights.stream().map(LearnedInsight::output).toList()),
                        clock.instant());
                events.completed(job, Stage.OPTIMIZE);
            }
            goOn(mission, job);
            return null;
        });
    }

    private List<LearnedInsight> learned(Mission mission, PipelineJob job) {
        var insights = performance.insights(mission.owner(), mission.id());
        var goesOn = job.plan().leavesDays(mission);
        var picksHours = mission.constraints().useOptimalTimes();
        var emphasised = goesOn
                ? Emphasis.of(insights.stream()
                        .filter(insight -> picksHours || !insight.aspect().isTiming())
                        .toList())
                : List.<Emphasis>of();
        emphases.replace(mission, emphasised);
        return insights.stream()
                .map(insight -> new LearnedInsight(
                        insight.aspect().type(),
                        insight.finding(),
                        insight.confidence(),
                        action(insight, goesOn && picksHours, emphasised)))
                .toList();
    }

    private static String action(Insight insight, boolean picksHours, List<Emphasis> emphasised) {
        if (insight.aspect() == Aspect.HOUR) {
            return picksHours ? "The next cycle weighs its hours by measured engagement" : null;
        }
        return emphasised.stream()
                .filter(emphasis -> emphasis.aspect() == insight.aspect())
                .map(Emphasis::action)
                .findFirst()
                .orElse(null);
    }

    /** A job comes back here when its next cycle is due, but also when its mission was resumed or extended. */
    private void goOn(Mission mission, PipelineJob job) {
        var now = clock.instant();
        var low = job.plan().plannedUntil().minus(Duration.ofDays(config.lowWaterDays()));
        if (!job.plan().leavesDays(mission)) {
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
