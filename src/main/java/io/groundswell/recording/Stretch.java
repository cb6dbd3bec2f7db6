package io.groundswell.recording;

import io.groundswell.metric.DailySeries;
import io.groundswell.metric.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Days of a thing that can be worked out by themselves: all snapshots before its first day are earlier, and all after its last
 * one later, than those of its days.
 *
 * @param after the day after the last one
 */
record Stretch(Tracked thing, LocalDate first, LocalDate after) {

    /** All days of a thing. */
    static Stretch whole(Tracked thing) {
        return new Stretch(thing, LocalDate.EPOCH.minusDays(1), Columns.NEVER);
    }

    /**
     * What a snapshot changes.
     *
     * @param next the later snapshot from which on nothing changes any more, or null
     */
    static Stretch around(Tracked thing, Sample sample, Instant next) {
        var zone = thing.zone();
        return new Stretch(
                thing,
                DailySeries.firstChanged(sample, zone),
                next == null ? Columns.NEVER : DailySeries.firstApart(LocalDate.ofInstant(next, zone), zone));
    }

    Instant start() {
        return start(first, thing.zone());
    }

    Instant end() {
        return start(after, thing.zone());
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    boolean holds(Sample sample) {
        return !sample.at().isBefore(start()) && sample.at().isBefore(end());
    }

    /** Of those of one thing, the fewest that cover the same days. */
    static List<Stretch> joined(List<Stretch> stretches) {
        var joined = new ArrayList<Stretch>();
        stretches.stream().sorted(Comparator.comparing(Stretch::first)).forEach(stretch -> {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || stretch.first().isAfter(last.after())) {
                joined.add(stretch);
            } else {
                joined.set(joined.size() - 1, last.until(stretch.after()));
            }
        });
        return joined;
    }

    private Stretch until(LocalDate other) {
        return new Stretch(thing, first, other.isAfter(after) ? other : after);
    }
}
