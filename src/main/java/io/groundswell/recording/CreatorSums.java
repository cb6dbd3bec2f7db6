package io.groundswell.recording;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** By how much days of creators' sums are to be more than they are. */
final class CreatorSums {
    private final Map<UUID, Map<LocalDate, CreatorSum>> sums = new HashMap<>();

    void add(Outcome outcome) {
        var creator = outcome.now().countsFor();
        if (creator == null) {
            return;
        }
        var days = sums.computeIfAbsent(creator, any -> new TreeMap<>());
        var dates = new HashSet<>(outcome.was().keySet());
        dates.addAll(outcome.days().keySet());
        for (var date : dates) {
            var sum = days.computeIfAbsent(date, any -> new CreatorSum());
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
