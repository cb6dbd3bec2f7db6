package io.groundswell.recording;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** By how much a day of a creator's sums is to be more than it is. */
final class CreatorSum {
    private static final List<Counter> COUNTERS = List.copyOf(Counter.ofVideos());

    private final long[] gained = new long[COUNTERS.size()];
    private final long[] known = new long[COUNTERS.size()];
    private final long[] change = new long[COUNTERS.size()];

    void add(TrackedDay day, int sign) {
        for (var index = 0; index < gained.length; index++) {
            var counter = COUNTERS.get(index);
            gained[index] += sign * valueOrNothing(day.gained(), counter);
            known[index] += day.gained().get(counter) == null ? 0 : sign;
            change[index] += sign * valueOrNothing(day.change(), counter);
        }
    }

    private static long valueOrNothing(Counters counters, Counter counter) {
        var value = counters.get(counter);
        return value == null ? 0 : value;
    }

    boolean isNothing() {
        return Stream.of(gained, known, change).flatMapToLong(Arrays::stream).allMatch(value -> value == 0);
    }

    void into(Columns columns) {
        for (var index = 0; index < gained.length; index++) {
            var column = COUNTERS.get(index).column();
            columns.with(column, gained[index])
                    .with(column + "_known", known[index])
                    .with(column + "_change", change[index]);
        }
    }
}
