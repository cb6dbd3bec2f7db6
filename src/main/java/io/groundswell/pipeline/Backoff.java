package io.groundswell.pipeline;

import io.groundswell.work.Doubling;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential backoff with full jitter: a random pause of up to {@code first × 2^n}, capped. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 30;

    private Backoff() {}

    /** @param failures how often it failed so far, from 1 */
    static Duration pause(Duration first, Duration longest, int failures, RandomGenerator random) {
        var ceiling = Doubling.of(first, failures - 1, MOST_DOUBLINGS);
        var capped = Math.min(ceiling.toMillis(), longest.toMillis());
        return Duration.ofMillis(capped == 0 ? 0 : random.nextLong(capped) + 1);
    }
}
