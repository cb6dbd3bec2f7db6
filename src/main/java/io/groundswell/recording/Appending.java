package io.groundswell.recording;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.DailySeries;
import io.groundswell.metric.Day;
import io.groundswell.metric.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Snapshots that come after all others of their thing, as most do: what they come to follows from the row that is held. */
final class Appending {
    private final Tracked thing;
    private final Map<Counter, Long> since = new EnumMap<>(Counter.class);
    private final List<KeptSample> snapshots = new ArrayList<>();
    private Counters level;
    private Instant firstAt;
    private Instant comparedAt;

    private Appending(Tracked thing) {
        this.thing = thing;
        this.level = thing.level();
        this.firstAt = thing.firstAt();
        this.comparedAt = thing.comparedAt();
    }

    /**
     * @param lastDay the latest day of the thing, or null when there is none
     * @param samples in order of time
     */
    static Outcome of(Tracked thing, TrackedDay lastDay, List<Sample> samples) {
        var appending = new Appending(thing);
        samples.forEach(appending::add);
        return appending.outcome(lastDay, samples);
    }

    private void add(Sample sample) {
        for (var counter : sample.counters().values().keySet()) {
            if (level.get(counter) == null) {
                since.putIfAbsent(counter, Columns.micros(sample.at()));
            }
        }
        level = sample.counters().orElse(level);
        snapshots.add(new KeptSample(sample, level));
        if (firstAt == null) {
            firstAt = sample.at();
        } else if (comparedAt == null && !sample.reset()) {
            comparedAt = sample.at();
        }
    }

    private Outcome outcome(TrackedDay lastDay, List<Sample> samples) {
        var days = days(lastDay, samples);
        var now = new Tracked(
                thing.id(),
                thing.kind(),
                thing.zone(),
                thing.countsFor(),
                firstAt,
                samples.get(samples.size() - 1).at(),
                comparedAt,
                days.lastKey(),
                level);
        var was = new TreeMap<LocalDate, TrackedDay>();
        if (lastDay != null && !days.remove(thing.lastDay(), lastDay)) {
            was.put(thing.lastDay(), lastDay);
        }
        return new Outcome(now, new Counters(since), snapshots, was, days);
    }

    private SortedMap<LocalDate, TrackedDay> days(TrackedDay lastDay, List<Sample> samples) {
        var begun = new TreeMap<LocalDate, Day>();
        if (lastDay != null) {
            begun.put(thing.lastDay(), lastDay.day());
        }
        return TrackedDay.of(
                DailySeries.of(thing.level(), begun, samples, thing.zone()),
                lastDay == null ? Counters.NONE : lastDay.before());
    }
}
