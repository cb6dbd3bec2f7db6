package io.groundswell.performance;

import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures what is due. */
@ApplicationScoped
class CollectorRound implements Round {
    private static final int BATCH = 20;
    private static final int MAX_PER_ROUND = 1_000;

    private final Collector collector;
    private final Clock clock;

    CollectorRound(Collector collector, Clock clock) {
        this.collector = collector;
        this.clock = clock;
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
    public int run(Instant deadline) {
        var done = 0;
        while (done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            var batch = collector.collect(BATCH);
            done += batch;
            if (batch < BATCH) {
                break;
            }
        }
        return done;
    }
}
