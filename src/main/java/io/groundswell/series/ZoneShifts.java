package io.groundswell.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * By how much a zone is ahead of UTC, from when on, as statements take it: the database has rules of its own, which may be
 * of another year.
 */
public record ZoneShifts(Instant begin, Instant end, List<String> starts, List<Integer> offsets) {

    /** Around all instants of these days. */
    public static ZoneShifts around(Span days, ZoneId zone) {
        var begin = first(days.first(), zone);
        var end = afterLast(days.last(), zone);
        var rules = zone.getRules();
        var starts = new ArrayList<String>();
        var offsets = new ArrayList<Integer>();
        starts.add("-infinity");
        offsets.add(rules.getOffset(begin).getTotalSeconds());
        for (var next = rules.nextTransition(begin);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            starts.add(next.getInstant().toString());
            offsets.add(next.getOffsetAfter().getTotalSeconds());
        }
        return new ZoneShifts(begin, end, starts, offsets);
    }

    private static Instant first(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Where the clock is put back over the midnight after the day, the day goes on until the second one. */
    private static Instant afterLast(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant();
    }

    public void into(Map<String, Object> values) {
        values.put("begin", begin);
        values.put("end", end);
        values.put("starts", starts);
        values.put("offsets", offsets);
    }
}
