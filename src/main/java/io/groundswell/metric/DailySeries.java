package io.groundswell.metric;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days that samples imply. Each sample is compared with the one before it in time, and what was gained in between
 * belongs to the day of the later one: that is when it became known, and no day in between is told something that nobody
 * has seen. The first sample of a subject, and one that resets it, gain nothing. A counter that a sample does not tell
 * stands where it stood.
 */
public final class DailySeries {
    private final SortedMap<LocalDate, Day> days = new TreeMap<>();
    private final ZoneId zone;
    private Counters level;

    private DailySeries(Counters before, ZoneId zone) {
        this.level = before;
        this.zone = zone;
    }

    /**
     * @param before where the counters stood before the first of the samples
     * @param samples in order of time
     */
    public static SortedMap<LocalDate, Day> of(Counters before, List<Sample> samples, ZoneId zone) {
        return of(before, new TreeMap<>(), samples, zone);
    }

    /**
     * @param before where the counters stood before the first of the samples
     * @param begun days that samples go on, all of those that are not earlier than they are
     * @param samples in order of time
     */
    public static SortedMap<LocalDate, Day> of(
            Counters before, SortedMap<LocalDate, Day> begun, List<Sample> samples, ZoneId zone) {
        var series = new DailySeries(before, zone);
        series.days.putAll(begun);
        samples.forEach(series::add);
        return series.days;
    }

    private void add(Sample sample) {
        var now = sample.counters().orElse(level);
        var gain = gain(sample, level);
        var day = date(sample, zone);
        days.put(day, days.getOrDefault(day, Day.NOTHING).plus(gain));
        // Where a clock is put back over midnight a day has come before: its level, too, is the one of the last sample.
        days.tailMap(day).replaceAll((any, figures) -> figures.at(now));
        level = now;
    }

    /** @param before where the counters stood when the sample was taken */
    static Counters gain(Sample sample, Counters before) {
        var now = sample.counters().orElse(before);
        return Counters.each(counter -> gain(counter, sample.reset(), before.get(counter), now.get(counter)));
    }

    private static Long gain(Counter counter, boolean reset, Long before, Long after) {
        if (after == null) {
            return null;
        }
        return reset || before == null ? 0 : counter.gain(before, after);
    }

    public static LocalDate date(Sample sample, ZoneId zone) {
        return sample.at().atZone(zone).toLocalDate();
    }

    /**
     * The first day that a new sample may change: its own, or, where a clock is put back over the midnight before it, the
     * last one before that which has all its samples after all those of earlier days.
     */
    public static LocalDate firstChanged(Sample sample, ZoneId zone) {
        var day = date(sample, zone);
        while (comesTwice(day, zone)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first day whose samples are all after those of the day and of earlier ones. */
    public static LocalDate firstApart(LocalDate day, ZoneId zone) {
        var later = day.plusDays(1);
        while (comesTwice(later, zone)) {
            later = later.plusDays(1);
        }
        return later;
    }

    /** Whether the clock is put back over the day's first midnight. */
    public static boolean comesTwice(LocalDate day, ZoneId zone) {
        return zone.getRules().getValidOffsets(day.atTime(LocalTime.MIDNIGHT)).size() > 1;
    }
}
