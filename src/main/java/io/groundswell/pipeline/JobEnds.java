package io.groundswell.pipeline;

import io.groundswell.cost.Ledger;
import io.groundswell.generation.Providers;
import io.groundswell.generation.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.IntFunction;

/** The ways in which a worker lets go of a job. */
@ApplicationScoped
class JobEnds {
    /**
     * What went wrong, in the words of the contract's error codes.
     *
     * @param route whom it befell, null when no provider is to blame
     */
    record Fault(String code, String message, Route route) {}

    private final Leases leases;
    private final Ledger ledger;
    private final Providers providers;
    private final StageEvents events;
    private final PipelineConfig config;
    private final Clock clock;

    JobEnds(Leases leases, Ledger ledger, Providers providers, StageEvents events, PipelineConfig config, Clock clock) {
        this.leases = leases;
        this.ledger = ledger;
        this.providers = providers;
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

    /** Tries the step again later, or with another provider, or fails the job when it was tried often enough. */
    void retry(Lease lease, StageWork work, Fault fault, IntFunction<Instant> due) {
        leases.guarded(lease, (mission, job) -> {
            if (job.attempts() + 1 < config.attempts()) {
                job.retryAt(due.apply(job.attempts() + 1));
            } else {
                end(lease, work, job, fault);
            }
            return null;
        });
    }

    void fail(Lease lease, StageWork work, Fault fault) {
        leases.guarded(lease, (mission, job) -> {
            end(lease, work, job, fault);
            return null;
        });
    }

    private void end(Lease lease, StageWork work, PipelineJob job, Fault fault) {
        if (fault.route() != null
                && providers.hasOther(lease.owner(), fault.route(), job.tries().givenUp())) {
            ledger.releaseOpen(lease.owner(), lease.jobId());
            job.tries().giveUp(fault.route());
            job.giveBack(clock.instant());
            return;
        }
        work.rollback(lease, job.cycle());
        ledger.releaseOpen(lease.owner(), lease.jobId());
        job.fail(new JobError(fault.code(), fault.message(), work.stage(), job.attempts() + 1), clock.instant());
        events.failed(job);
    }
}
