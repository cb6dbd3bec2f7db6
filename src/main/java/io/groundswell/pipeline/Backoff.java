package io.groundswell.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential backoff with full jitter: a random pause of up to {@code first × 2^n}, capped. */
final class Backoff {
    private Backoff() {}

    /** @param failures how often it failed so far, from 1 */
    static Duration pause(Duration first, Duration longest, int failures, RandomGenerator random) {
        var ceiling = first.toMillis() << Math.min(failures - 1, 30);
        var capped = ceiling <= 0 ? longest.toMillis() : Math.min(ceiling, longest.toMillis());
        return Duration.ofMillis(capped == 0 ? 0 : random.nextLong(capped) + 1);
    }
}
