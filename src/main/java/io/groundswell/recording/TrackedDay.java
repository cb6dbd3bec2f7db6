package io.groundswell.recording;

import io.groundswell.metric.Counters;
import io.groundswell.metric.Day;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day as it is kept.
 *
 * @param change by how much the level is more than that of the day before, or than 0 where that is not known
 */
record TrackedDay(Counters gained, Counters level, Counters change) {
    static final TrackedDay NOTHING = new TrackedDay(Counters.NONE, Counters.NONE, Counters.NONE);

    /** @param before where the counters stood before the first of the days */
    static SortedMap<LocalDate, TrackedDay> of(SortedMap<LocalDate, Day> days, Counters before) {
        var kept = new TreeMap<LocalDate, TrackedDay>();
        var last = before;
        for (var entry : days.entrySet()) {
            var level = entry.getValue().level();
            kept.put(entry.getKey(), new TrackedDay(entry.getValue().gained(), level, minus(level, last)));
            last = level;
        }
        return kept;
    }

    private static Counters minus(Counters level, Counters other) {
        return Counters.each(counter -> level.get(counter) == null
                ? null
                : Long.valueOf(level.get(counter) - other.values().getOrDefault(counter, 0L)));
    }

    /** Where the counters stood before the day; 0 where that was not known. */
    Counters before() {
        return minus(level, change);
    }

    Day day() {
        return new Day(gained, level);
    }
}
