package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets jobs go on that ran out of money, once there is some: a limit was raised, or a month began. */
@ApplicationScoped
class MoneyRound implements Round {
    private static final int MOST = 100;

    private final PipelineJobs jobs;
    private final MissionService missions;
    private final Ledger ledger;
    private final PipelineConfig config;
    private final OneByOne oneByOne;
    private final Clock clock;

    MoneyRound(
            PipelineJobs jobs,
            MissionService missions,
            Ledger ledger,
            PipelineConfig config,
            OneByOne oneByOne,
            Clock clock) {
        this.jobs = jobs;
        this.missions = missions;
        this.ledger = ledger;
        this.config = config;
        this.oneByOne = oneByOne;
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
        return waiting.stream()
                .mapToInt(
                        job -> oneByOne.attempt(this, job.id(), () -> look(job)).orElseGet(() -> postpone(job)))
                .sum();
    }

    private int look(PipelineJob waiting) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var mission = missions.hold(waiting.owner(), waiting.missionId());
            var job = held(waiting);
            var budget = mission.constraints().budgetCents();
            var room = mission.status() == MissionStatus.ACTIVE
                    && ledger.hasRoom(mission.owner(), mission.id(), budget, 1);
            if (room) {
                job.ifPresent(found -> found.resume(clock.instant()));
            } else {
                job.ifPresent(this::putOff);
            }
            return room && job.isPresent() ? 1 : 0;
        });
    }

    private int postpone(PipelineJob waiting) {
        QuarkusTransaction.requiringNew().run(() -> held(waiting).ifPresent(this::putOff));
        return 0;
    }

    private Optional<PipelineJob> held(PipelineJob waiting) {
        return jobs.forChange(waiting.id()).filter(found -> found.isPausedFor(PipelineJob.OUT_OF_BUDGET));
    }

    private void putOff(PipelineJob job) {
        job.giveBack(clock.instant().plus(config.budgetCheck()));
    }
}
