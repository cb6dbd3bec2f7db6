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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Reads the counters of the videos that are due, of several projects at once. */
@ApplicationScoped
class VideoRound implements SlowRound {
    private static final int BATCH = 200;

    private final VideoWatches watches;
    private final CountingCalls calls;
    private final Places places;
    private final OneByOne oneByOne;
    private final Stopping stopping;
    private final Clock clock;

    VideoRound(
            VideoWatches watches,
            CountingCalls calls,
            ExecutorService threads,
            SourceConfig config,
            OneByOne oneByOne,
            Stopping stopping,
            Clock clock) {
        this.watches = watches;
        this.calls = calls;
        this.places = new Places(config.lookups(), threads);
        this.oneByOne = oneByOne;
        this.stopping = stopping;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "videos";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public List<CompletableFuture<Integer>> begin(Instant deadline) {
        return places.fill(
                stopping.mayGoOnUntil(deadline),
                () -> Optional.of(watches.claim(clock.instant(), BATCH)).filter(videos -> !videos.isEmpty()),
                this::count);
    }

    /** What there is no time for stays claimed, and is due again when the claim is over. */
    private int count(List<WatchedVideo> videos) {
        var enough = clock.instant().plus(CreatorWatches.LEASE.dividedBy(2));
        oneByOne.each(this, calls.of(videos), CountingCalls.Call::name, enough, CountingCalls.Call::make);
        return videos.size();
    }
}
