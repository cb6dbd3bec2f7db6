package io.groundswell.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** One calendar day in a zone, as long as the clocks there make it. */
record LocalDay(LocalDate date, ZoneId zone) {

    /** The days a span touches, first to last. */
    static Stream<LocalDay> of(Span span, ZoneId zone) {
        if (!span.until().isAfter(span.from())) {
            return Stream.empty();
        }
        var first = span.from().atZone(zone).toLocalDate();
        var last = span.until().minusNanos(1).atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1)).map(date -> new LocalDay(date, zone));
    }

    static LocalDay at(Instant at, ZoneId zone) {
        return new LocalDay(at.atZone(zone).toLocalDate(), zone);
    }

    /** From the start of a span's first day to the end of its last. */
    static Span whole(Span span, ZoneId zone) {
        return new Span(
                at(span.from(), zone).span().from(),
                at(span.until(), zone).span().until());
    }

    Span span() {
        return new Span(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * When clocks show that time. A time they skip moves forward by as much as they skip; one they show twice is the
     * earlier. Where clocks skip the end of a day, that day's last half hour stands in, for the next may be excluded.
     */
    Instant at(LocalTime time) {
        var at = ZonedDateTime.of(date, time, zone).toInstant();
        var end = span().until();
        return at.isBefore(end) ? at : end.minus(Taken.GAP);
    }
}
