package io.groundswell.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Some local days in a row.
 *
 * @param start the first of them
 * @param end the day after the last one
 */
public record Period(LocalDate start, LocalDate end) {
    /** Days are as long as the zone makes them: a period does not always have a multiple of 24 hours. */
    public Instant startsAt(ZoneId zone) {
        return start.atStartOfDay(zone).toInstant();
    }

    /** From this moment on it is over. */
    public Instant endsAt(ZoneId zone) {
        return end.atStartOfDay(zone).toInstant();
    }
}
