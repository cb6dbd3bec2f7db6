package io.groundswell.recording;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** By how much days of creators' sums are to be more than they are. */
final class CreatorSums {
    private static final List<Counter> COUNTERS = List.copyOf(Counter.ofVideos());

    private final Map<UUID, Map<LocalDate, Sum>> sums = new HashMap<>();

    private static final class Sum {
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
            return Stream.of(gained, known, change)
                    .flatMapToLong(Arrays::stream)
                    .allMatch(value -> value == 0);
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

    void add(Outcome outcome) {
        var creator = outcome.now().countsFor();
        if (creator == null) {
            return;
        }
        var days = sums.computeIfAbsent(creator, any -> new TreeMap<>());
        var dates = new HashSet<>(outcome.was().keySet());
        dates.addAll(outcome.days().keySet());
        for (var date : dates) {
            var sum = days.computeIfAbsent(date, any -> new Sum());
            sum.add(outcome.was().getOrDefault(date, TrackedDay.NOTHING), -1);
            sum.add(outcome.days().getOrDefault(date, TrackedDay.NOTHING), 1);
        }
    }

    Columns columns() {
        var columns = new Columns();
        sums.forEach((creator, days) -> days.forEach((day, sum) -> {
            if (!sum.isNothing()) {
                columns.row(creator).with("days", day);
                sum.into(columns);
            }
        }));
        return columns;
    }
}
