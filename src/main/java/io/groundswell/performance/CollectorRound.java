package io.groundswell.performance;

import io.groundswell.work.OneByOne;
import io.groundswell.work.Places;
import io.groundswell.work.SlowRound;
import io.groundswell.work.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Measures what is due, some posts here and some there at once. */
@ApplicationScoped
class CollectorRound implements SlowRound {
    private static final int AT_ONCE = 4;
    /** Of one organization, and few: they wait for each other. */
    private static final int BATCH = 20;

    private final Collector collector;
    private final Places places;
    private final OneByOne oneByOne;
    private final Stopping stopping;

    CollectorRound(Collector collector, ExecutorService threads, OneByOne oneByOne, Stopping stopping) {
        this.collector = collector;
        this.places = new Places(AT_ONCE, threads);
        this.oneByOne = oneByOne;
        this.stopping = stopping;
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(20);
    }

    @Override
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        return places.fill(
                stopping.mayGoOnUntil(deadline),
                () -> Optional.of(collector.due(BATCH)).filter(posts -> !posts.isEmpty()),
                this::measure);
    }

    private int measure(List<WatchedPost> posts) {
        oneByOne.attempt(this, "%d posts".formatted(posts.size()), () -> collector.measure(posts));
        return posts.size();
    }
}
