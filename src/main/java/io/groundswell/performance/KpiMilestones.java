package io.groundswell.performance;

import io.groundswell.mission.MissionService;
import io.groundswell.performance.KpiChecks.Asked;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Looks at the targets of missions that somebody asked for, each mission in a transaction of its own. */
@ApplicationScoped
class KpiMilestones implements Round {
    private static final int BATCH = 100;

    private final KpiChecks checks;
    private final MissionService missions;
    private final ReachedTargets reached;
    private final OneByOne oneByOne;
    private final Clock clock;

    KpiMilestones(KpiChecks checks, MissionService missions, ReachedTargets reached, OneByOne oneByOne, Clock clock) {
        this.checks = checks;
        this.missions = missions;
        this.reached = reached;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "kpi_milestones";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        var batch = checks.due("", BATCH);
        while (!batch.isEmpty() && clock.instant().isBefore(deadline)) {
            done += oneByOne.each(this, batch, Asked::missionId, deadline, asked -> QuarkusTransaction.requiringNew()
                    .call(() -> look(asked)));
            batch = checks.due(batch.get(batch.size() - 1).missionId(), BATCH);
        }
        return done;
    }

    private int look(Asked asked) {
        var mission = missions.hold(asked.owner(), asked.missionId());
        var at = checks.take(asked.missionId());
        at.ifPresent(moment -> reached.keep(mission, moment));
        return at.isPresent() ? 1 : 0;
    }
}
