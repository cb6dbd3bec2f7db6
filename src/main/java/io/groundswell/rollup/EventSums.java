package io.groundswell.rollup;

import io.groundswell.event.KeyHash;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What some events add to each figure that they belong to. */
final class EventSums {
    private final Map<LocalDate, Day> days = new HashMap<>();
    private int size;

    /** Events of a day. What those of any name come to is added up of those that have one, in the end. */
    private final class Day {
        private final Sum[] hours = new Sum[24];
        private final Map<String, Map<Dimension, Map<String, Sum>>> names = new HashMap<>();

        void add(CountedEvent event, Integer user) {
            var hour = event.at().getHour();
            if (hours[hour] == null) {
                hours[hour] = new Sum(String.valueOf(hour));
            }
            hours[hour].add(user);
            var sums = names.computeIfAbsent(event.name(), name -> new EnumMap<>(Dimension.class));
            event.values().forEach((dimension, value) -> sums.computeIfAbsent(dimension, any -> new HashMap<>())
                    .computeIfAbsent(value, EventSums.this::begin)
                    .add(user));
        }
    }

    /** @param numbers of their users */
    static Map<Figure, Sum> of(List<CountedEvent> events, Map<Long, Integer> numbers) {
        var sums = new EventSums();
        sums.add(events, numbers);
        return sums.figures();
    }

    /** @param numbers of their users */
    void add(List<CountedEvent> events, Map<Long, Integer> numbers) {
        for (var event : events) {
            days.computeIfAbsent(event.at().toLocalDate(), day -> new Day()).add(event, numbers.get(event.userKey()));
        }
    }

    private Sum begin(String value) {
        size++;
        return new Sum(value);
    }

    /** How many figures there are, about half of them. */
    int size() {
        return size;
    }

    Map<Figure, Sum> figures() {
        var figures = new HashMap<Figure, Sum>();
        var keys = new HashMap<String, UUID>();
        days.forEach((date, day) -> {
            for (var hour = 0; hour < day.hours.length; hour++) {
                if (day.hours[hour] != null) {
                    figures.put(Figure.hour(date, hour), day.hours[hour]);
                    figures.computeIfAbsent(Figure.day(date), any -> new Sum(null))
                            .add(day.hours[hour]);
                }
            }
            day.names.forEach((name, sums) -> {
                var nameKey = Figure.name(name);
                sums.forEach((dimension, values) -> values.forEach((value, sum) -> {
                    var key = keys.computeIfAbsent(value, KeyHash::uuid);
                    figures.put(new Figure(nameKey, dimension.kind(), date, key), sum);
                    figures.computeIfAbsent(
                                    new Figure(Figure.name(null), dimension.kind(), date, key), any -> new Sum(value))
                            .add(sum);
                }));
            });
        });
        return figures;
    }
}
