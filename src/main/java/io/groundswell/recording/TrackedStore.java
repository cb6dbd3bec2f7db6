package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.database.Sql;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What snapshots of videos and creators come to, in the database, each statement for many things at once. */
@ApplicationScoped
class TrackedStore {
    private static final Sql HOLD = Sql.file(TrackedStore.class, "hold.sql");
    private static final Sql DAYS_OF = Sql.file(TrackedStore.class, "days-of.sql");
    private static final Sql TAKE_DAYS = Sql.file(TrackedStore.class, "take-days.sql");
    private static final Sql WRITE_SNAPSHOTS = Sql.file(TrackedStore.class, "write-snapshots.sql");
    private static final Sql WRITE_DAYS = Sql.file(TrackedStore.class, "write-days.sql");
    private static final Sql SAVE = Sql.file(TrackedStore.class, "save.sql");
    private static final Sql LOOK_AGAIN = Sql.file(TrackedStore.class, "look-again.sql");
    private static final Sql ADD_TO_CREATORS = Sql.file(TrackedStore.class, "add-to-creators.sql");

    private final AgroalDataSource database;

    TrackedStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Holds things until the transaction ends, videos before creators. One that is gone is missing. */
    Map<UUID, Tracked> hold(Collection<UUID> ids) {
        var held = new LinkedHashMap<UUID, Tracked>();
        if (!ids.isEmpty()) {
            HOLD.list(database, Columns.of(ids).values(), TrackedStore::tracked)
                    .forEach(thing -> held.put(thing.id(), thing));
        }
        return held;
    }

    private static Tracked tracked(ResultSet row) throws SQLException {
        var kind = Subject.Kind.valueOf(row.getString("kind"));
        var countsFor = row.getString("counts_for");
        // What else stands in the row of a creator are sums of its videos.
        var own = kind == Subject.Kind.VIDEO ? ~0L : 1L << Kept.ALL.size() - 1;
        return new Tracked(
                UUID.fromString(row.getString("id")),
                kind,
                ZoneId.of(row.getString("zone")),
                countsFor == null ? null : UUID.fromString(countsFor),
                Sql.instant(row, "first_at"),
                Sql.instant(row, "last_at"),
                Sql.instant(row, "compared_at"),
                row.getObject("last_day", LocalDate.class),
                Kept.read(row, "", own));
    }

    /** The latest day of each thing that has one. */
    Map<UUID, TrackedDay> lastDays(Collection<Tracked> things) {
        var columns = new Columns();
        things.stream().filter(thing -> thing.lastDay() != null).forEach(thing -> columns.row(thing.id())
                .with("days", thing.lastDay()));
        var days = new HashMap<UUID, TrackedDay>();
        if (!columns.isEmpty()) {
            DAYS_OF.list(database, columns.values(), row -> days.put(UUID.fromString(row.getString("id")), day(row)));
        }
        return days;
    }

    /** Takes away days of stretches, which are then missing until they are written. */
    Map<UUID, Map<LocalDate, TrackedDay>> takeDays(List<Stretch> stretches) {
        var columns = new Columns();
        stretches.forEach(stretch -> columns.row(stretch.thing().id())
                .with("starts", stretch.first())
                .with("ends", stretch.after()));
        var days = new HashMap<UUID, Map<LocalDate, TrackedDay>>();
        TAKE_DAYS.list(database, columns.values(), row -> days.computeIfAbsent(
                        UUID.fromString(row.getString("id")), any -> new TreeMap<>())
                .put(row.getObject("day", LocalDate.class), day(row)));
        return days;
    }

    private static TrackedDay day(ResultSet row) throws SQLException {
        return new TrackedDay(Kept.read(row, ""), Kept.read(row, "_level"), Kept.read(row, "_change"));
    }

    /** Keeps all that becomes of things, and adds it to their creators, whose rows are held. */
    void keep(Collection<Outcome> outcomes) {
        var snapshots = new Columns();
        var days = new Columns();
        var things = new Columns();
        var sums = new CreatorSums();
        for (var outcome : outcomes) {
            outcome.snapshots().forEach(snapshot -> snapshot(snapshots, outcome.now(), snapshot));
            outcome.days().forEach((date, day) -> day(days, outcome.now(), date, day));
            thing(things, outcome);
            sums.add(outcome);
        }
        update(WRITE_SNAPSHOTS, snapshots);
        update(WRITE_DAYS, days);
        update(SAVE, things);
        addToCreators(sums);
    }

    private void addToCreators(CreatorSums sums) {
        try {
            update(ADD_TO_CREATORS, sums.columns());
        } catch (DatabaseException failure) {
            if (DatabaseFaults.isTooMuch(failure)) {
                throw Refusal.invalid(
                        "snapshots",
                        "snapshots must not make the videos of a creator count more than %,d together",
                        Long.MAX_VALUE);
            }
            throw failure;
        }
    }

    /** Finds out anew where the snapshots of things begin. */
    void lookAgain(Collection<UUID> ids) {
        update(LOOK_AGAIN, Columns.of(ids));
    }

    private void update(Sql statement, Columns columns) {
        if (!columns.isEmpty()) {
            statement.update(database, columns.values());
        }
    }

    private static void snapshot(Columns columns, Tracked thing, KeptSample kept) {
        columns.row(thing.id())
                .with("ats", kept.sample().at())
                .with("tolds", Kept.bits(kept.sample().counters()))
                .with("resets", kept.sample().reset() ? 1L : 0L)
                .with(Kept.ALL, kept.level(), "");
    }

    private static void day(Columns columns, Tracked thing, LocalDate date, TrackedDay day) {
        columns.row(thing.id())
                .with("days", date)
                .with(Kept.ALL, day.gained(), "")
                .with(Kept.ALL, day.level(), "_level")
                .with(Kept.ALL, day.change(), "_change");
    }

    private static void thing(Columns columns, Outcome outcome) {
        var now = outcome.now();
        columns.row(now.id())
                .with("first_ats", now.firstAt())
                .with("last_ats", now.lastAt())
                .with("compared_ats", now.comparedAt())
                .with("last_days", now.lastDay())
                .with(Kept.ALL, now.level(), "")
                .with(Kept.ALL, outcome.since(), "_since");
    }
}
