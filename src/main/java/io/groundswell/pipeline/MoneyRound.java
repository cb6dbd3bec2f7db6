package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets jobs go on that ran out of money, once there is some: a limit was raised, or a month began. */
@ApplicationScoped
class MoneyRound implements Round {
    private static final int MOST = 100;

    private final PipelineJobs jobs;
    private final MissionService missions;
    private final Ledger ledger;
    private final PipelineConfig config;
    private final Clock clock;

    MoneyRound(PipelineJobs jobs, MissionService missions, Ledger ledger, PipelineConfig config, Clock clock) {
        this.jobs = jobs;
        this.missions = missions;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "budget";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int run(Instant deadline) {
        var waiting = QuarkusTransaction.requiringNew().call(() -> jobs.waitingForMoney(clock.instant(), MOST));
        return waiting.stream().mapToInt(job -> look(job) ? 1 : 0).sum();
    }

    private boolean look(PipelineJob waiting) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var mission = missions.hold(waiting.owner(), waiting.missionId());
            var job = jobs.forChange(waiting.id()).filter(found -> found.isPausedFor(PipelineJob.OUT_OF_BUDGET));
            var budget = mission.constraints().budgetCents();
            var room = mission.status() == MissionStatus.ACTIVE
                    && ledger.hasRoom(mission.owner(), mission.id(), budget, 1);
            if (room) {
                job.ifPresent(found -> found.resume(clock.instant()));
            } else {
                job.ifPresent(found -> found.giveBack(clock.instant().plus(config.budgetCheck())));
            }
            return room && job.isPresent();
        });
    }
}
