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

/** Takes one job at a time and works it off, step by step, through the stages. */
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

    /** Works on due jobs until there is none or it is told to stop; returns how many steps it did. */
    int work(String worker, BooleanSupplier mayGoOn) {
        var steps = 0;
        while (mayGoOn.getAsBoolean()) {
            var lease = leases.claim(worker);
            if (lease.isEmpty()) {
                break;
            }
            steps += work(lease.get(), mayGoOn);
        }
        return steps;
    }

    private int work(Lease lease, BooleanSupplier mayGoOn) {
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
            ends.fail(lease, work, permanent.code(), permanent.getMessage());
        } catch (ProviderFailure failure) {
            failed(lease, work, failure);
        } catch (Refusal refusal) {
            refused(lease, work, refusal);
        } catch (RuntimeException unexpected) {
            LOG.warnf("Job %s: %s failed: %s", lease.jobId(), work.stage(), unexpected);
            again(lease, work, "internal_error", "An unexpected failure; the server's log says more", null);
        }
    }

    private void failed(Lease lease, StageWork work, ProviderFailure failure) {
        LOG.infof("Job %s: provider failed in %s: %s", lease.jobId(), work.stage(), failure.getMessage());
        if (failure.isPermanent()) {
            ends.fail(lease, work, "provider_error", failure.getMessage());
        } else {
            again(lease, work, "provider_error", failure.getMessage(), failure.retryAfter());
        }
    }

    private void refused(Lease lease, StageWork work, Refusal refusal) {
        if (refusal.code() == CostError.BUDGET_EXCEEDED) {
            ends.pauseForMoney(lease);
        } else {
            ends.fail(lease, work, refusal.code().name().toLowerCase(Locale.ROOT), refusal.getMessage());
        }
    }

    private void again(Lease lease, StageWork work, String code, String message, Duration atLeast) {
        ends.retry(lease, work, new JobEnds.Fault(code, message), failures -> retries.next(failures, atLeast));
    }
}
