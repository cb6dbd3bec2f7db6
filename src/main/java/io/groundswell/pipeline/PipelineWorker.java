package io.groundswell.pipeline;

import io.groundswell.cost.CostError;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.shared.Refusal;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Works a job off, step by step, through the stages. */
@ApplicationScoped
class PipelineWorker {
    private static final Logger LOG = Logger.getLogger(PipelineWorker.class);

    private final Map<Stage, StageWork> stages = new EnumMap<>(Stage.class);
    private final Leases leases;
    private final JobEnds ends;
    private final Retries retries;

    PipelineWorker(@All List<StageWork> works, Leases leases, JobEnds ends, Retries retries) {
        works.forEach(work -> stages.put(work.stage(), work));
        this.leases = leases;
        this.ends = ends;
        this.retries = retries;
    }

    /** Works until the job is no longer the worker's or it is told to stop; returns how many steps it did. */
    int work(Lease lease, BooleanSupplier mayGoOn) {
        var steps = 0;
        try {
            while (mayGoOn.getAsBoolean()) {
                var job = leases.find(lease);
                if (job.isEmpty()) {
                    return steps;
                }
                step(lease, stages.get(job.get().currentStage()));
                steps++;
            }
            ends.giveBack(lease);
        } catch (LeaseLost lost) {
            LOG.debug(lost.getMessage());
        }
        return steps;
    }

    private void step(Lease lease, StageWork work) {
        try {
            work.step(lease);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (Permanent permanent) {
            ends.fail(lease, work, new JobEnds.Fault(permanent.code(), permanent.getMessage(), null));
        } catch (ProviderFailure failure) {
            failed(lease, work, failure);
        } catch (Refusal refusal) {
            refused(lease, work, refusal);
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "Job %s: %s failed", lease.jobId(), work.stage());
            var fault = new JobEnds.Fault("internal_error", "An unexpected failure; the server's log says more", null);
            again(lease, work, fault, null);
        }
    }

    private void failed(Lease lease, StageWork work, ProviderFailure failure) {
        LOG.infof("Job %s: provider failed in %s: %s", lease.jobId(), work.stage(), failure.getMessage());
        var fault = new JobEnds.Fault("provider_error", failure.getMessage(), failure.route());
        if (failure.isPermanent()) {
            ends.fail(lease, work, fault);
        } else {
            again(lease, work, fault, failure.retryAfter());
        }
    }

    private void refused(Lease lease, StageWork work, Refusal refusal) {
        if (refusal.code() == CostError.BUDGET_EXCEEDED) {
            ends.pauseForMoney(lease);
        } else {
            var code = refusal.code().name().toLowerCase(Locale.ROOT);
            ends.fail(lease, work, new JobEnds.Fault(code, refusal.getMessage(), null));
        }
    }

    private void again(Lease lease, StageWork work, JobEnds.Fault fault, Duration atLeast) {
        ends.retry(lease, work, fault, failures -> retries.next(failures, atLeast));
    }
}
