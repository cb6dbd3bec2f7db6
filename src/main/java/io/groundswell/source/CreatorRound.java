package io.groundswell.source;

import io.groundswell.work.OneByOne;
import io.groundswell.work.Places;
import io.groundswell.work.SlowRound;
import io.groundswell.work.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Looks up the creators that are due, several at once. */
@ApplicationScoped
class CreatorRound implements SlowRound {
    private final CreatorWatches watches;
    private final CreatorVisit visit;
    private final Places places;
    private final OneByOne oneByOne;
    private final Stopping stopping;
    private final Clock clock;

    CreatorRound(
            CreatorWatches watches,
            CreatorVisit visit,
            ExecutorService threads,
            SourceConfig config,
            OneByOne oneByOne,
            Stopping stopping,
            Clock clock) {
        this.watches = watches;
        this.visit = visit;
        this.places = new Places(config.lookups(), threads);
        this.oneByOne = oneByOne;
        this.stopping = stopping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "creators";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        return places.fill(
                stopping.mayGoOnUntil(deadline),
                () -> watches.claim(clock.instant(), 1).stream().findFirst(),
                this::look);
    }

    private int look(WatchedCreator watched) {
        if (watched.claim() != null) {
            oneByOne.attempt(this, "creator " + watched.id(), () -> {
                visit.visit(watched);
                return 1;
            });
        }
        return 1;
    }
}
