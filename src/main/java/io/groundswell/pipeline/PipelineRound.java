package io.groundswell.pipeline;

import io.groundswell.shared.PublicId;
import io.groundswell.work.Places;
import io.groundswell.work.SlowRound;
import io.groundswell.work.Stopping;
import io.groundswell.work.WorkConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Puts this instance's workers to work. When the server stops they finish their step and let go of their jobs. */
@ApplicationScoped
class PipelineRound implements SlowRound {
    private final Leases leases;
    private final PipelineWorker worker;
    private final Places places;
    private final Stopping stopping;
    private final String instance = PublicId.random(8);

    PipelineRound(Leases leases, PipelineWorker worker, ExecutorService threads, WorkConfig config, Stopping stopping) {
        this.leases = leases;
        this.worker = worker;
        this.places = new Places(config.workers(), threads);
        this.stopping = stopping;
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
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        return places.fill(
                mayGoOn, () -> leases.claim(instance + "-" + PublicId.random(8)), lease -> worker.work(lease, mayGoOn));
    }
}
