package io.groundswell.source;

import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Looks up the creators that are due. */
@ApplicationScoped
class CreatorRound implements Round {
    private static final int MAX_PER_ROUND = 1_000;

    private final CreatorWatches watches;
    private final CreatorVisit visit;
    private final Lookups lookups;
    private final Clock clock;

    CreatorRound(CreatorWatches watches, CreatorVisit visit, Lookups lookups, Clock clock) {
        this.watches = watches;
        this.visit = visit;
        this.lookups = lookups;
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
    public int run(Instant deadline) {
        var done = 0;
        while (done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            var claimed = watches.claim(clock.instant(), lookups.atOnce());
            lookups.all(claimed.stream()
                    .filter(watched -> watched.claim() != null)
                    .<Runnable>map(watched -> () -> visit.visit(watched))
                    .toList());
            done += claimed.size();
            if (claimed.size() < lookups.atOnce()) {
                break;
            }
        }
        return done;
    }
}
