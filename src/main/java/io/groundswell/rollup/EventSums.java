package io.groundswell.rollup;

import io.groundswell.event.KeyHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What some events add to each figure that they belong to. */
final class EventSums {
    private final Map<Figure, Sum> sums = new HashMap<>();
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<String, Long> names = new HashMap<>();

    /** @param numbers of their users */
    static Map<Figure, Sum> of(List<CountedEvent> events, Map<Long, Integer> numbers) {
        var all = new EventSums();
        events.forEach(event -> all.add(event, numbers.get(event.userKey())));
        return all.sums;
    }

    private void add(CountedEvent event, Integer user) {
        var day = event.at().toLocalDate();
        var hour = event.at().getHour();
        var name = names.computeIfAbsent(event.name(), Figure::name);
        add(Figure.day(day), null, user);
        add(Figure.hour(day, hour), String.valueOf(hour), user);
        event.values().forEach((dimension, value) -> {
            var key = keys.computeIfAbsent(value, KeyHash::uuid);
            add(new Figure(Figure.name(null), dimension.kind(), day, key), value, user);
            add(new Figure(name, dimension.kind(), day, key), value, user);
        });
    }

    private void add(Figure figure, String value, Integer user) {
        sums.computeIfAbsent(figure, any -> new Sum(value)).add(user);
    }
}
