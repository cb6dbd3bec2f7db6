package io.groundswell.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** What is counted, by what it has in the columns that events are told apart by. */
public final class Groups {
    /** Of memory, apart from what is read. */
    private static final long MOST_BYTES = 16_000_000;
    /** Of a letter in a value, which may be copied once more. */
    private static final int BYTES_OF_LETTER = 4;

    private final Map<List<String>, Group> groups = new HashMap<>();
    private final Count count;
    private long bytes;

    Groups(Count count) {
        this.count = count;
        if (count.by().isEmpty()) {
            of(List.of());
        }
    }

    private Group of(List<String> values) {
        return groups.computeIfAbsent(values, any -> {
            var group = new Group();
            bytes += group.bytes()
                    + values.stream()
                            .filter(Objects::nonNull)
                            .mapToLong(value -> (long) BYTES_OF_LETTER * value.length())
                            .sum();
            return group;
        });
    }

    public void each(BiConsumer<List<String>, Group> reader) {
        groups.forEach(reader);
    }

    boolean hasRoom() {
        return bytes < MOST_BYTES;
    }

    /**
     * Adds events that are in no segment.
     *
     * @param values one for each column, which may be null
     * @param row with {@code events}, and, where they are counted, {@code number} and {@code user_key} of the user and
     *     {@code session_key}, each of which may be null
     * @return whether there is room for more
     */
    public boolean add(List<String> values, ResultSet row) throws SQLException {
        var group = of(values);
        var before = group.bytes();
        group.add(row.getLong("events"));
        if (count.users()) {
            var number = row.getObject("number", Integer.class);
            var key = row.getObject("user_key", Long.class);
            if (number != null) {
                group.addUser(number);
            } else if (key != null) {
                group.addNewcomer(key);
            }
        }
        if (count.sessions()) {
            var key = row.getObject("session_key", Long.class);
            if (key != null) {
                group.addSession(key);
            }
        }
        bytes += group.bytes() - before;
        return hasRoom();
    }

    /** @param segment its columns, as far as it has them */
    void add(Map<String, Column> segment) {
        var wanted = wanted(segment);
        if (wanted.length == 0) {
            return;
        }
        var grouped = new GroupedEvents(wanted);
        count.by().forEach(column -> grouped.by(column(segment, column)));
        var found = grouped.values().stream().map(this::of).toList();
        var before = bytes(found);
        var places = grouped.groups();
        for (var place : places) {
            found.get(place).add(1);
        }
        if (count.users()) {
            var users = column(segment, Columns.USER);
            var numbers = numbers(users);
            eachOf(wanted, users, (at, place) -> found.get(places[at]).addUser((int) numbers[place]));
        }
        if (count.sessions()) {
            var sessions = column(segment, Columns.SESSION);
            var keys = numbers(sessions);
            eachOf(wanted, sessions, (at, place) -> found.get(places[at]).addSession(keys[place]));
        }
        bytes += bytes(found) - before;
    }

    private static long bytes(Collection<Group> groups) {
        return groups.stream().mapToLong(Group::bytes).sum();
    }

    private static Column column(Map<String, Column> segment, String name) {
        return segment.computeIfAbsent(
                name, missing -> Column.empty(segment.get(Columns.DAY).events()));
    }

    /** The places of the events for which all conditions hold. */
    private int[] wanted(Map<String, Column> segment) {
        var wanted = IntStream.range(0, segment.get(Columns.DAY).events()).toArray();
        for (var condition : count.conditions()) {
            var column = column(segment, condition.column());
            var values = column.values();
            var holds = new boolean[values.length];
            for (var place = 1; place < values.length; place++) {
                holds[place] = condition.holds().test(values[place]);
            }
            var places = column.places();
            wanted = Arrays.stream(wanted).filter(event -> holds[places[event]]).toArray();
        }
        return wanted;
    }

    private interface Taker {
        void take(int at, int place);
    }

    /** Those that have a value. */
    private static void eachOf(int[] wanted, Column column, Taker taker) {
        var places = column.places();
        for (var at = 0; at < wanted.length; at++) {
            var place = places[wanted[at]];
            if (place > 0) {
                taker.take(at, place);
            }
        }
    }

    private static long[] numbers(Column column) {
        return Arrays.stream(column.values())
                .mapToLong(value -> value == null ? 0 : Long.parseLong(value))
                .toArray();
    }
}
