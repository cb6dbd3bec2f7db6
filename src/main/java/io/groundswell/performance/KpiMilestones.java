package io.groundswell.performance;

import io.groundswell.mission.MissionService;
import io.groundswell.performance.KpiChecks.Asked;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Looks at the targets of missions that somebody asked for, each mission in a transaction of its own. */
@ApplicationScoped
class KpiMilestones implements Round {
    private static final Logger LOG = Logger.getLogger(KpiMilestones.class);
    private static final int BATCH = 100;

    private final KpiChecks checks;
    private final MissionService missions;
    private final ReachedTargets reached;
    private final Clock clock;

    KpiMilestones(KpiChecks checks, MissionService missions, ReachedTargets reached, Clock clock) {
        this.checks = checks;
        this.missions = missions;
        this.reached = reached;
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
            done += look(batch, deadline);
            batch = checks.due(batch.get(batch.size() - 1).missionId(), BATCH);
        }
        return done;
    }

    private int look(List<Asked> batch, Instant deadline) {
        return batch.stream()
                .takeWhile(any -> clock.instant().isBefore(deadline))
                .mapToInt(this::attempt)
                .sum();
    }

    private int attempt(Asked asked) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> look(asked));
        } catch (RuntimeException e) {
            // What was asked for stays, and one mission must not keep the others waiting.
            LOG.warnf("The targets of %s could not be looked at: %s", asked.missionId(), e);
            return 0;
        }
    }

    private int look(Asked asked) {
        var mission = missions.hold(asked.owner(), asked.missionId());
        var at = checks.take(asked.missionId());
        at.ifPresent(moment -> reached.keep(mission, moment));
        return at.isPresent() ? 1 : 0;
    }
}
