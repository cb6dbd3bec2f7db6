package io.groundswell.pipeline;

import io.groundswell.shared.PublicId;
import io.groundswell.work.Round;
import io.groundswell.work.WorkConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Puts this instance's workers to work. When the server stops they finish their step and let go of their jobs. */
@ApplicationScoped
class PipelineRound implements Round {
    private static final Logger LOG = Logger.getLogger(PipelineRound.class);

    private final PipelineWorker worker;
    private final ExecutorService threads;
    private final WorkConfig config;
    private final Clock clock;
    private final String instance = PublicId.random(8);
    private volatile boolean stopping;

    PipelineRound(PipelineWorker worker, ExecutorService threads, WorkConfig config, Clock clock) {
        this.worker = worker;
        this.threads = threads;
        this.config = config;
        this.clock = clock;
    }

    void onStop(@Observes @Priority(1) ShutdownEvent stop) {
        stopping = true;
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int run(Instant deadline) {
        var workers = new ArrayList<CompletableFuture<Integer>>();
        for (var number = 0; number < config.workers(); number++) {
            workers.add(CompletableFuture.supplyAsync(() -> work(deadline), threads));
        }
        return workers.stream().mapToInt(CompletableFuture::join).sum();
    }

    private int work(Instant deadline) {
        var name = instance + "-" + PublicId.random(8);
        try {
            return worker.work(name, () -> !stopping && clock.instant().isBefore(deadline));
        } catch (RuntimeException | Error e) {
            // Its lease ends by itself, and another worker goes on.
            LOG.warnf("Worker %s stopped: %s", name, e);
            return 0;
        }
    }
}
