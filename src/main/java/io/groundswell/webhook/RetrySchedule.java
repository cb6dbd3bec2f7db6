package io.groundswell.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a delivery that failed is tried again. */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private RetrySchedule() {}

    /** @param attempts how many were made; null when that was the last */
    static Instant next(int attempts, Instant now) {
        return attempts > PAUSES.size() ? null : now.plus(PAUSES.get(attempts - 1));
    }
}
