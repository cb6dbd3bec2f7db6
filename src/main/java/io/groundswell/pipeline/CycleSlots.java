package io.groundswell.pipeline;

import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.EngagementSource;
import io.groundswell.publishing.Slot;
import io.groundswell.publishing.SlotPlanner;
import io.groundswell.publishing.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finds the slots that the present cycle of a mission is to fill. Changes nothing. */
@ApplicationScoped
class CycleSlots {
    private final Calendar calendar;
    private final Occupancy occupancy;
    private final Emphases emphases;
    private final EngagementSource engagement;
    private final PipelineConfig config;
    private final Clock clock;

    CycleSlots(
            Calendar calendar,
            Occupancy occupancy,
            Emphases emphases,
            EngagementSource engagement,
            PipelineConfig config,
            Clock clock) {
        this.calendar = calendar;
        this.occupancy = occupancy;
        this.emphases = emphases;
        this.engagement = engagement;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param span that the cycle covers
     * @param earlier how many items all earlier cycles planned
     */
    record Found(Span span, List<Slot> slots, int earlier) {}

    Found find(Lease lease, Mission mission, PipelineJob job, List<Platform> platforms) {
        var planner = planner(lease, mission, job, platforms);
        var span = span(planner, mission, job);
        var earlier = calendar.itemsBefore(mission.id(), job.cycle());
        var plan = planner.plan(span.from(), span.until(), occupancy.between(lease, span), earlier);
        return new Found(span, plan.slots(), earlier);
    }

    private SlotPlanner planner(Lease lease, Mission mission, PipelineJob job, List<Platform> platforms) {
        var constraints = job.plan().direction().constraints();
        var history = engagement.ifWanted(lease.owner(), constraints);
        return new SlotPlanner(constraints, platforms, mission.startsAt(), history, emphases.preference(mission.id()));
    }

    private Span span(SlotPlanner planner, Mission mission, PipelineJob job) {
        var now = clock.instant();
        var from = job.cycle() == 1 || job.plan().plannedUntil() == null
                ? now
                : later(now, job.plan().plannedUntil());
        var horizon = planner.dayStart(from.plus(Duration.ofDays(config.horizonDays())));
        return new Span(from, earliest(horizon, CyclePlan.lastMoment(mission)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
