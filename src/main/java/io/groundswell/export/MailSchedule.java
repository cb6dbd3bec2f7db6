package io.groundswell.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a mail that was not taken is tried again. All tries together take far less than the life of the link in it. */
final class MailSchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private MailSchedule() {}

    /** Whether no try follows so many. */
    static boolean isOver(int attempts) {
        return attempts > PAUSES.size();
    }

    static Instant next(int attempts, Instant now) {
        return now.plus(PAUSES.get(attempts - 1));
    }
}
