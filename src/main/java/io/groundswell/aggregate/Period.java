package io.groundswell.aggregate;

import io.groundswell.series.Span;
import io.groundswell.series.ZoneShifts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The days of a zone on which videos were posted that are asked about, both included; null where it is open. */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    /** What zones do to their clocks after it is not looked up. */
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    void into(Map<String, Object> values) {
        var begin = first == null ? EARLIEST : earlier(first, LATEST);
        var end = last == null ? LATEST : earlier(last, LATEST);
        ZoneShifts.around(new Span(begin, end), zone).into(values);
        values.put("first", first);
        values.put("last", last);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
