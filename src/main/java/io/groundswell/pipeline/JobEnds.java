package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntFunction;

/** The ways in which a worker lets go of a job. */
@ApplicationScoped
class JobEnds {
    /** What went wrong, in the words of the contract's error codes. */
    record Fault(String code, String message) {}

    private final Leases leases;
    private final Ledger ledger;
    private final StageEvents events;
    private final PipelineConfig config;
    private final Clock clock;

    JobEnds(Leases leases, Ledger ledger, StageEvents events, PipelineConfig config, Clock clock) {
        this.leases = leases;
        this.ledger = ledger;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** Stops in the middle: whoever is free goes on at once. */
    void giveBack(Lease lease) {
        leases.guarded(lease, (mission, job) -> {
            job.giveBack(clock.instant());
            return null;
        });
    }

    void pauseForMoney(Lease lease) {
        leases.guarded(lease, (mission, job) -> {
            job.pause(PipelineJob.OUT_OF_BUDGET, clock.instant().plus(config.budgetCheck()));
            return null;
        });
    }

    /** Tries the step again later, or fails the job when it was tried often enough. */
    void retry(Lease lease, StageWork work, Fault fault, IntFunction<Instant> due) {
        leases.guarded(lease, (mission, job) -> {
            if (job.attempts() + 1 < config.attempts()) {
                job.retryAt(due.apply(job.attempts() + 1));
            } else {
                fail(lease, work, job, fault);
            }
            return null;
        });
    }

    void fail(Lease lease, StageWork work, String code, String message) {
        leases.guarded(lease, (mission, job) -> {
            fail(lease, work, job, new Fault(code, message));
            return null;
        });
    }

    private void fail(Lease lease, StageWork work, PipelineJob job, Fault fault) {
        work.rollback(lease, job.cycle());
        ledger.releaseOpen(lease.owner(), lease.jobId());
        job.fail(new JobError(fault.code(), fault.message(), work.stage(), job.attempts() + 1), clock.instant());
        events.failed(job);
    }
}
