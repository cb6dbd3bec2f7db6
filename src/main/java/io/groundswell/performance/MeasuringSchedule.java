package io.groundswell.performance;

import io.groundswell.work.Doubling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a post is measured: hourly for two days, every 6 hours to the end of the first week, daily for the first
 * month, weekly until it is {@link #DONE_AFTER} old, then once more and never again. Most of what a post gathers it gathers
 * in hours; a hundred readings tell the whole of it.
 */
final class MeasuringSchedule {
    static final Duration DONE_AFTER = Duration.ofDays(90);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;

    private MeasuringSchedule() {}

    /** When to measure next after a reading; never again when that was the last. */
    static Optional<Instant> next(Instant publishedAt, Instant measuredAt) {
        var end = publishedAt.plus(DONE_AFTER);
        if (!measuredAt.isBefore(end)) {
            return Optional.empty();
        }
        var next = measuredAt.plus(interval(Duration.between(publishedAt, measuredAt)));
        return Optional.of(next.isBefore(end) ? next : end);
    }

    private static Duration interval(Duration age) {
        if (age.compareTo(Duration.ofHours(48)) < 0) {
            return Duration.ofHours(1);
        }
        if (age.compareTo(Duration.ofDays(7)) < 0) {
            return Duration.ofHours(6);
        }
        return age.compareTo(Duration.ofDays(30)) < 0 ? Duration.ofDays(1) : Duration.ofDays(7);
    }

    /** When to try again after a failure; a post whose time is over is not worth another try. */
    static Optional<Instant> retry(Instant publishedAt, Instant failedAt, int failures) {
        if (!failedAt.isBefore(publishedAt.plus(DONE_AFTER))) {
            return Optional.empty();
        }
        return Optional.of(failedAt.plus(Doubling.of(FIRST_RETRY, failures - 1, MOST_DOUBLINGS)));
    }
}
