package io.groundswell.pipeline;

import io.groundswell.cost.CostError;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.Providers;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.groundswell.work.Places;
import io.groundswell.work.SlowRound;
import io.groundswell.work.Stopping;
import io.groundswell.work.WorkConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Works off the rewritings that are due, several at once. One that fails is tried again, like a stage of the pipeline. */
@ApplicationScoped
class RewriteRound implements SlowRound {
    private static final Logger LOG = Logger.getLogger(RewriteRound.class);

    private final RewriteJobs jobs;
    private final Rewriter rewriter;
    private final Providers providers;
    private final Retries retries;
    private final PipelineConfig config;
    private final Places places;
    private final Stopping stopping;
    private final Clock clock;

    RewriteRound(
            RewriteJobs jobs,
            Rewriter rewriter,
            Providers providers,
            Retries retries,
            PipelineConfig config,
            WorkConfig work,
            ExecutorService threads,
            Stopping stopping,
            Clock clock) {
        this.jobs = jobs;
        this.rewriter = rewriter;
        this.providers = providers;
        this.retries = retries;
        this.config = config;
        this.places = new Places(work.workers(), threads);
        this.stopping = stopping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rewrite";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        return places.fill(stopping.mayGoOnUntil(deadline), () -> jobs.claim(PublicId.random(12)), job -> {
            attempt(job);
            return 1;
        });
    }

    private void attempt(RewriteJob job) {
        try {
            rewriter.rewrite(job);
        } catch (LeaseLost lost) {
            jobs.failed(job, "The item is not waiting to be rewritten any more");
        } catch (Permanent permanent) {
            jobs.failed(job, permanent.getMessage());
        } catch (ProviderFailure failure) {
            failed(job, failure);
        } catch (Refusal refusal) {
            refused(job, refusal);
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "Rewriting %s failed", job.contentId());
            again(job, ProviderFailure.passing("An unexpected failure; the server's log says more", unexpected));
        }
    }

    private void failed(RewriteJob job, ProviderFailure failure) {
        LOG.infof("Rewriting %s: provider failed: %s", job.contentId(), failure.getMessage());
        if (failure.isPermanent()) {
            end(job, failure);
        } else {
            again(job, failure);
        }
    }

    private void again(RewriteJob job, ProviderFailure failure) {
        var attempts = job.attempts() + 1;
        if (attempts >= config.attempts()) {
            end(job, failure);
        } else {
            jobs.retry(job, attempts, retries.next(attempts, failure.retryAfter()));
        }
    }

    private void end(RewriteJob job, ProviderFailure failure) {
        var route = failure.route();
        if (route != null && providers.hasOther(job.owner(), route, job.givenUp())) {
            jobs.giveUp(job, route);
        } else {
            jobs.failed(job, failure.getMessage());
        }
    }

    /** Without money the rewriting waits where it may: it was asked for, and a raised budget lets it go on. */
    private void refused(RewriteJob job, Refusal refusal) {
        if (refusal.code() == CostError.BUDGET_EXCEEDED && rewriter.mayWait(job)) {
            jobs.retry(job, job.attempts(), clock.instant().plus(config.budgetCheck()));
        } else {
            jobs.failed(job, refusal.getMessage());
        }
    }
}
