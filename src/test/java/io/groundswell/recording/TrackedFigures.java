package io.groundswell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Day;
import io.groundswell.metric.Sample;
import io.groundswell.metric.SlowSeries;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds all that is kept of things to what plain rules make of their snapshots. */
@ApplicationScoped
public class TrackedFigures {
    private final AgroalDataSource database;

    TrackedFigures(AgroalDataSource database) {
        this.database = database;
    }

    /** @param written in the order in which they were written */
    void match(Subject thing, List<Sample> written, ZoneId zone) {
        var expected = new TreeMap<>(new SlowSeries(written, zone).days());
        assertThat(days(thing)).isEqualTo(expected);
        assertThat(changes(thing)).isEqualTo(changes(expected));
        assertThat(state(thing)).isEqualTo(state(thing, written, expected, zone));
    }

    Map<LocalDate, Day> days(Subject thing) {
        var days = new TreeMap<LocalDate, Day>();
        list(
                "select * from tracked_day where id = cast(:id as uuid)",
                thing,
                row -> days.put(
                        row.getObject("day", LocalDate.class), new Day(Kept.read(row, ""), Kept.read(row, "_level"))));
        return days;
    }

    private Map<LocalDate, Counters> changes(Subject thing) {
        var changes = new TreeMap<LocalDate, Counters>();
        list(
                "select * from tracked_day where id = cast(:id as uuid)",
                thing,
                row -> changes.put(row.getObject("day", LocalDate.class), Kept.read(row, "_change")));
        return changes;
    }

    private static Map<LocalDate, Counters> changes(Map<LocalDate, Day> days) {
        var changes = new TreeMap<LocalDate, Counters>();
        var before = new HashMap<Counter, Long>();
        days.forEach((date, day) -> {
            var change = new HashMap<Counter, Long>();
            day.level().values().forEach((counter, level) -> {
                change.put(counter, level - before.getOrDefault(counter, 0L));
                before.put(counter, level);
            });
            changes.put(date, new Counters(change));
        });
        return changes;
    }

    /** What a row of tracked says, in one text. */
    private String state(Subject thing) {
        return list("select * from tracked where id = cast(:id as uuid)", thing, row -> {
                    var level = new TreeMap<String, Long>();
                    var since = new TreeMap<String, Instant>();
                    for (var counter : Kept.of(thing.kind())) {
                        if (row.getObject(counter.column()) != null) {
                            level.put(counter.column(), row.getLong(counter.column()));
                        }
                        if (row.getObject(counter.column() + "_since") != null) {
                            since.put(counter.column(), Sql.instant(row, counter.column() + "_since"));
                        }
                    }
                    return text(
                            Sql.instant(row, "first_at"),
                            Sql.instant(row, "last_at"),
                            Sql.instant(row, "compared_at"),
                            row.getObject("last_day", LocalDate.class),
                            level,
                            since);
                })
                .get(0);
    }

    private static String state(Subject thing, List<Sample> written, TreeMap<LocalDate, Day> days, ZoneId zone) {
        var sorted = new TreeMap<Instant, Sample>();
        written.forEach(sample -> sorted.put(sample.at(), sample));
        if (sorted.isEmpty()) {
            return text(null, null, null, null, new TreeMap<>(), new TreeMap<>());
        }
        var level = new TreeMap<String, Long>();
        var since = new TreeMap<String, Instant>();
        sorted.forEach((at, sample) -> sample.counters().values().forEach((counter, value) -> {
            level.put(counter.column(), value);
            since.putIfAbsent(counter.column(), at);
        }));
        var compared = sorted.values().stream()
                .skip(1)
                .filter(sample -> !sample.reset())
                .map(Sample::at)
                .findFirst();
        return text(sorted.firstKey(), sorted.lastKey(), compared.orElse(null), days.lastKey(), level, since);
    }

    private static String text(
            Instant first,
            Instant last,
            Instant compared,
            LocalDate lastDay,
            TreeMap<String, Long> level,
            TreeMap<String, Instant> since) {
        return "%s %s %s %s %s %s".formatted(first, last, compared, lastDay, level, since);
    }

    /** The sums of a creator are those of these videos, whose days are right. */
    void addUp(Subject creator, Collection<Subject> videos) {
        var expected = new TreeMap<LocalDate, Map<String, Long>>();
        var total = new TreeMap<String, Long>();
        for (var video : videos) {
            days(video).forEach((date, day) -> day.gained().values().forEach((counter, gained) -> {
                var sums = expected.computeIfAbsent(date, any -> new TreeMap<>());
                sums.merge(counter.column(), gained, Long::sum);
                sums.merge(counter.column() + "_known", 1L, Long::sum);
            }));
            changes(video).forEach((date, change) -> change.values().forEach((counter, more) -> {
                expected.computeIfAbsent(date, any -> new TreeMap<>())
                        .merge(counter.column() + "_change", more, Long::sum);
                total.merge(counter.column(), more, Long::sum);
            }));
        }
        expected.values().forEach(sums -> sums.values().removeIf(value -> value == 0));
        expected.values().removeIf(Map::isEmpty);
        assertThat(sums(creator)).isEqualTo(expected);
        total.values().removeIf(value -> value == 0);
        assertThat(list("select * from tracked where id = cast(:id as uuid)", creator, row -> nonzero(row, ""))
                        .get(0))
                .isEqualTo(total);
    }

    private Map<LocalDate, Map<String, Long>> sums(Subject creator) {
        var sums = new TreeMap<LocalDate, Map<String, Long>>();
        list("select * from creator_day where creator_id = cast(:id as uuid)", creator, row -> {
            var all = new TreeMap<String, Long>();
            for (var suffix : List.of("", "_known", "_change")) {
                all.putAll(nonzero(row, suffix));
            }
            return sums.put(row.getObject("day", LocalDate.class), all);
        });
        sums.values().removeIf(Map::isEmpty);
        return sums;
    }

    private static Map<String, Long> nonzero(ResultSet row, String suffix) throws SQLException {
        var values = new TreeMap<String, Long>();
        for (var counter : Counter.ofVideos()) {
            var value = row.getLong(counter.column() + suffix);
            if (value != 0) {
                values.put(counter.column() + suffix, value);
            }
        }
        return values;
    }

    private <T> List<T> list(String query, Subject thing, Sql.Row<T> row) {
        return new ArrayList<>(Sql.text(query).list(database, Map.of("id", thing.id()), row));
    }
}
