package io.groundswell.recording;

import java.time.Duration;
import java.time.Instant;

/** When a snapshot may have been taken. */
public final class SnapshotTime {
    /** Clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private SnapshotTime() {}

    /** What is wrong with it, or null. */
    public static String fault(Instant at, Instant now) {
        if (at.isBefore(Instant.EPOCH)) {
            return "must not be before 1970";
        }
        return at.isAfter(now.plus(AHEAD))
                ? "must not be more than %d minutes ahead".formatted(AHEAD.toMinutes())
                : null;
    }
}
