package io.groundswell.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in pieces, each of them on one day by a zone's clock. A day is several pieces where its clock changes: one
 * that is put back over midnight shows a day that was over again.
 */
record LocalDays(ZoneId zone, List<Instant> begins) {
    static LocalDays of(ZoneId zone, Period.Stretch stretch) {
        var begins = new ArrayList<Instant>();
        for (var at = stretch.from(); at.isBefore(stretch.until()); at = next(zone, at)) {
            begins.add(at);
        }
        return new LocalDays(zone, List.copyOf(begins));
    }

    /** The coming midnight by the clock as it is, unless it changes before that. */
    private static Instant next(ZoneId zone, Instant at) {
        var offset = zone.getRules().getOffset(at);
        var midnight =
                LocalDate.ofInstant(at, offset).plusDays(1).atStartOfDay().toInstant(offset);
        var change = zone.getRules().nextTransition(at);
        return change == null || change.getInstant().isAfter(midnight) ? midnight : change.getInstant();
    }

    /** @param piece from 1 on */
    LocalDate day(int piece) {
        return LocalDate.ofInstant(begins.get(piece - 1), zone);
    }
}
