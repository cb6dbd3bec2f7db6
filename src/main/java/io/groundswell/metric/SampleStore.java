package io.groundswell.metric;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subjects, samples and days in the database, each statement for many subjects at once. */
@ApplicationScoped
class SampleStore {
    private static final Sql ADD_SUBJECTS = Sql.file(SampleStore.class, "add-subjects.sql");
    private static final Sql BEGIN = Sql.file(SampleStore.class, "begin.sql");
    private static final Sql HOLD = Sql.file(SampleStore.class, "hold-subjects.sql");
    private static final Sql WRITE_SAMPLES = Sql.file(SampleStore.class, "write-snapshots.sql");
    private static final Sql SAMPLES = Sql.file(SampleStore.class, "samples.sql");
    private static final Sql LEVELS = Sql.file(SampleStore.class, "levels-before.sql");
    private static final Sql CLEAR_DAYS = Sql.file(SampleStore.class, "clear-days.sql");
    private static final Sql WRITE_DAYS = Sql.file(SampleStore.class, "write-days.sql");
    private static final Sql WRITE_GAINS = Sql.file(SampleStore.class, "write-gains.sql");
    private static final Sql ADD_UP = Sql.file(SampleStore.class, "add-up.sql");
    private static final Sql TAKE = Sql.file(SampleStore.class, "take-counters.sql");

    private final AgroalDataSource database;

    SampleStore(AgroalDataSource database) {
        this.database = database;
    }

    void add(Owner owner, Collection<Subject> subjects, String zone) {
        ADD_SUBJECTS.update(
                database, Table.of(owner, subjects).and("zone", zone).values());
    }

    /** Writes the first sample of a subject, and its day; false when the subject is known already. */
    boolean begin(Owner owner, Sample first, LocalDate day, String zone) {
        var table = new Table(owner)
                .and("kind", first.subject().kind())
                .and("subject", first.subject().id())
                .and("at", first.at())
                .and("day", day)
                .and("zone", zone);
        first.counters().values().keySet().forEach(counter -> table.with("counted", counter.column()));
        return BEGIN.update(database, table.values()) > 0;
    }

    /** Holds the subjects until the transaction ends. One that is gone is missing. */
    Map<Subject, Held> hold(Owner owner, Collection<Subject> subjects) {
        var held = new LinkedHashMap<Subject, Held>();
        HOLD.list(
                database,
                Table.of(owner, subjects).values(),
                row -> held.put(subject(row), new Held(row.getString("zone"), told(row))));
        return held;
    }

    private static Set<Counter> told(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("told").getArray())
                .map(Counter::valueOf)
                .collect(Collectors.toSet());
    }

    /** Forgets what was measured of these counters, which callers tell from now on. */
    void take(Owner owner, Subject subject, Set<Counter> counters) {
        TAKE.update(
                database,
                Map.of(
                        "organization", owner.organizationId(),
                        "mode", owner.mode(),
                        "kind", subject.kind(),
                        "subject", subject.id(),
                        "counters", counters));
    }

    void write(Owner owner, Collection<Sample> samples) {
        var table = new Table(owner);
        samples.forEach(sample -> table.row(sample.subject())
                .with("ats", sample.at())
                .with("resets", sample.reset())
                .with(sample.counters(), ""));
        WRITE_SAMPLES.update(database, table.values());
    }

    /** In order of time. */
    List<Sample> from(Owner owner, Map<Subject, Instant> starts) {
        var table = new Table(owner);
        starts.forEach((subject, start) -> table.row(subject).with("starts", start));
        return SAMPLES.list(database, table.values(), SampleStore::sample);
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(subject(row), Sql.instant(row, "at"), row.getBoolean("reset"), counters(row));
    }

    Map<Subject, Counters> levelsBefore(Owner owner, Map<Subject, LocalDate> days) {
        var table = new Table(owner);
        days.forEach((subject, day) -> table.row(subject).with("days", day));
        var levels = new HashMap<Subject, Counters>();
        LEVELS.list(database, table.values(), row -> levels.put(subject(row), counters(row)));
        return levels;
    }

    /** Forgets all days of the subjects; tells what they came to, as a loss. */
    List<DaysChanged.Change> clearDays(Owner owner, Collection<Subject> subjects) {
        return CLEAR_DAYS.list(database, Table.of(owner, subjects).values(), SampleStore::change);
    }

    /** Writes days, and adds up the subjects that they are of; tells what is different now. */
    List<DaysChanged.Change> write(Owner owner, Map<Subject, SortedMap<LocalDate, Day>> series, String zone) {
        var table = new Table(owner);
        series.forEach((subject, days) -> days.forEach((date, day) ->
                table.row(subject).with("days", date).with(day.gained(), "").with(day.level(), "_level")));
        var changes = WRITE_DAYS.list(database, table.values(), SampleStore::change);
        ADD_UP.update(
                database, Table.of(owner, series.keySet()).and("zone", zone).values());
        return changes;
    }

    void writeGains(Owner owner, List<Gain> gains) {
        var table = new Table(owner);
        gains.forEach(gain -> table.row(gain.sample().subject())
                .with("ats", gain.sample().at())
                .with(gain.gained(), ""));
        WRITE_GAINS.update(database, table.values());
    }

    private static DaysChanged.Change change(ResultSet row) throws SQLException {
        return new DaysChanged.Change(subject(row), row.getObject("day", LocalDate.class), counters(row));
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("subject_id"));
    }

    private static Counters counters(ResultSet row) throws SQLException {
        var values = new HashMap<Counter, Long>();
        for (var counter : Counter.values()) {
            var value = row.getLong(counter.column());
            if (!row.wasNull()) {
                values.put(counter, value);
            }
        }
        return new Counters(values);
    }
}
