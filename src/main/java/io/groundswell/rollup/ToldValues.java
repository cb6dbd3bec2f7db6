package io.groundswell.rollup;

import io.groundswell.event.KeyHash;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What events that are not in the figures yet add to a ranking. */
final class ToldValues {
    private static final class Count {
        private final Users users = new Users();
        private long events;
        private LocalDate first = LocalDate.MAX;
        private LocalDate last = LocalDate.MIN;

        private void add(ToldEvent event) {
            var day = event.day();
            events++;
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
            users.addUserOf(event);
        }
    }

    private final Map<String, Count> counts = new HashMap<>();

    /** @param event that is counted; null for all */
    static ToldValues of(ToldEvents told, Extent extent, Dimension dimension, String event) {
        var values = new ToldValues();
        told.each(extent, dimension, one -> {
            if (one.value() != null && one.is(event)) {
                values.counts.computeIfAbsent(one.value(), any -> new Count()).add(one);
            }
        });
        return values;
    }

    /** As {@code ranking.sql} takes them. */
    void addTo(Map<String, Object> parameters) {
        parameters.put("told_keys", counts.keySet().stream().map(KeyHash::uuid).toList());
        parameters.put("told_values", List.copyOf(counts.keySet()));
        parameters.put("told_events", each(count -> count.events));
        parameters.put("told_firsts", each(count -> count.first));
        parameters.put("told_lasts", each(count -> count.last));
    }

    private List<Object> each(Function<Count, Object> part) {
        return counts.values().stream().map(part).toList();
    }

    Users users(String value) {
        return counts.containsKey(value) ? counts.get(value).users : new Users();
    }
}
