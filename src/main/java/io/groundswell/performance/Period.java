package io.groundswell.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Days from one to another, both included, by the organization's zone. */
public record Period(LocalDate start, LocalDate end) {
    public Period {
        if (start.isAfter(end)) {
            throw new IllegalArgumentException("A period cannot end before it starts");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    /** The equally long one just before. */
    public Period previous() {
        return new Period(start.minusDays(days()), start.minusDays(1));
    }

    /** From one instant up to another, which is left out. */
    record Stretch(Instant from, Instant until) {}

    Stretch in(ZoneId zone) {
        return new Stretch(
                start.atStartOfDay(zone).toInstant(),
                end.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Where each day begins, and where the last one ends. */
    List<Instant> starts(ZoneId zone) {
        return start.datesUntil(end.plusDays(2))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .toList();
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
