package io.groundswell.pipeline;

import io.groundswell.cost.CostError;
import io.groundswell.generation.BrandContext;
import io.groundswell.generation.BrandService;
import io.groundswell.mission.Mission;
import io.groundswell.mission.Platform;
import io.groundswell.mission.Timeline;
import io.groundswell.publishing.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that a mission can run at all, and notes what the later stages need to know. */
@ApplicationScoped
class IntakeStage implements StageWork {
    private final Leases leases;
    private final Connections connections;
    private final BrandService brands;
    private final StageEvents events;
    private final Clock clock;

    IntakeStage(Leases leases, Connections connections, BrandService brands, StageEvents events, Clock clock) {
        this.leases = leases;
        this.connections = connections;
        this.brands = brands;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.INTAKE;
    }

    @Override
    public void step(Lease lease) {
        leases.guarded(lease, (mission, job) -> {
            var connected = connections.connected(lease.owner(), mission.platforms());
            requirePlatforms(connected);
            requireMoney(mission);
            job.complete(output(lease, mission, connected), clock.instant());
            events.completed(job, Stage.INTAKE);
            return null;
        });
    }

    private static void requirePlatforms(List<Platform> connected) {
        if (connected.isEmpty()) {
            throw new Permanent(
                    PipelineError.PLATFORM_NOT_CONNECTED, "None of the mission's platforms has a connected account");
        }
    }

    private static void requireMoney(Mission mission) {
        var budget = mission.constraints().budgetCents();
        if (budget != null && budget == 0) {
            throw new Permanent(CostError.BUDGET_EXCEEDED, "The mission's budget is 0 cents");
        }
    }

    private Map<String, Object> output(Lease lease, Mission mission, List<Platform> connected) {
        var constraints = mission.constraints();
        var zone = constraints.zone();
        var output = new HashMap<String, Object>();
        output.put("mission_id", mission.id());
        output.put(
                "brand_context_id",
                brands.find(lease.owner()).map(BrandContext::id).orElse(null));
        output.put(
                "validated_platforms",
                connected.stream().map(Platform::toString).toList());
        output.put(
                "execution_context",
                Map.of(
                        "start_date",
                                mission.startsAt().atZone(zone).toLocalDate().toString(),
                        "end_date", mission.endsAt().atZone(zone).toLocalDate().toString(),
                        "total_posts_planned",
                                Timeline.estimatedPosts(mission.startsAt(), mission.durationDays(), constraints),
                        "daily_cadence", constraints.postsPerDay()));
        return output;
    }

    @Override
    public void rollback(Lease lease, int cycle) {
        // Intake leaves nothing behind but its output, which a failed stage does not keep.
    }
}
