package io.groundswell.recording;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Parameters of a statement about many rows: an array for each column. Numbers go as they are, and instants and days as numbers,
 * because writing and reading them as text takes longer than all that is done with them.
 */
final class Columns {
    /** Later than anything that is kept. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<Long>> numbers = new HashMap<>();
    private final Map<String, List<List<Long>>> bySuffix = new HashMap<>();

    static Columns of(Iterable<UUID> ids) {
        var columns = new Columns();
        ids.forEach(columns::row);
        return columns;
    }

    Columns row(UUID id) {
        ids.add(id.toString());
        return this;
    }

    Columns with(String column, Long value) {
        numbers.computeIfAbsent(column, any -> new ArrayList<>()).add(value);
        return this;
    }

    Columns with(String column, Instant at) {
        return with(column, at == null ? null : Long.valueOf(micros(at)));
    }

    /** Since 1970. */
    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    Columns with(String column, LocalDate day) {
        return with(column, day == null ? null : day.toEpochDay());
    }

    /**
     * @param counters the same for every row
     * @param suffix of the columns' names
     */
    Columns with(List<Counter> counters, Counters values, String suffix) {
        var lists = bySuffix.computeIfAbsent(suffix, any -> counters.stream()
                .map(counter -> numbers.computeIfAbsent(counter.column() + suffix, column -> new ArrayList<>()))
                .toList());
        for (var index = 0; index < lists.size(); index++) {
            lists.get(index).add(values.get(counters.get(index)));
        }
        return this;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("ids", ids);
        numbers.forEach((column, list) -> values.put(column, list.toArray(Long[]::new)));
        return values;
    }
}
