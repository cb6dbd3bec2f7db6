package io.groundswell.metric;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lifetime counters of a subject at an instant, as told by whoever counts them.
 *
 * @param reset whether it only sets a level to go on from, after a time in which nobody looked
 */
public record Sample(Subject subject, Instant at, boolean reset, Counters counters) {
    /** A thousand times more than anybody was ever seen; sums of such values still fit. */
    public static final long MOST = 1_000_000_000_000_000L;

    public Sample {
        // As exact as the database: what is written and what is read again are the same instant.
        at = at.truncatedTo(ChronoUnit.MICROS);
        counters.values().forEach((counter, value) -> {
            if (!isPossible(value)) {
                throw new IllegalArgumentException("%s cannot be %d".formatted(counter, value));
            }
        });
    }

    /** Whether somebody can have counted that. */
    public static boolean isPossible(long value) {
        return value >= 0 && value <= MOST;
    }

    Sample with(Counters others) {
        return new Sample(subject, at, reset, others);
    }

    public Sample(Subject subject, Instant at, Counters counters) {
        this(subject, at, false, counters);
    }
}
