package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The weeks of the table of events. Each is made before it is written to. */
@ApplicationScoped
class Partitions {
    private static final Sql IS_THERE = Sql.text("select to_regclass(:name) is not null as there");

    private static final Sql WEEKS = Sql.text(
            "select relname as name from pg_inherits join pg_class on oid = inhrelid where inhparent = to_regclass('event')");
    /** A queued exclusive lock blocks every later query, so give up after 500 ms. */
    private static final Sql HURRY =
            Sql.text("select set_config('lock_timeout', '500ms', true), set_config('statement_timeout', '5s', true)");

    private static final Sql HOLD = Sql.text("lock table only event in access exclusive mode");
    /** Vacuum early: index-only scans need a fresh visibility map. */
    private static final String SOON_SEEN = "autovacuum_vacuum_insert_scale_factor = 0.02";

    private static final Pattern NAME = Pattern.compile("event_([0-9]+)w([0-9]+)");

    private final AgroalDataSource database;

    Partitions(AgroalDataSource database) {
        this.database = database;
    }

    /** Makes the weeks of these days that are not there. */
    int ensure(Set<LocalDate> days) {
        var weeks = new TreeSet<LocalDate>();
        days.forEach(day -> weeks.add(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        return (int) weeks.stream().filter(this::ensureWeek).count();
    }

    private boolean ensureWeek(LocalDate monday) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Alone.with(database, "event weeks");
            var name = name(monday);
            if (isThere(name)) {
                return false;
            }
            // Attached rather than made in place, which would have to wait until nobody reads or writes events.
            Sql.text("create table %s (like event including all) with (%s)".formatted(name, SOON_SEEN))
                    .call(database, Map.of());
            Sql.text("alter table event attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                            .formatted(name, monday, monday.plusWeeks(1)))
                    .call(database, Map.of());
            return true;
        });
    }

    /** The Mondays of all that are there. */
    SortedSet<LocalDate> weeks() {
        return new TreeSet<>(WEEKS.list(database, Map.of(), row -> monday(row.getString("name"))));
    }

    /**
     * Drops a week with all that is in it. Nobody waits long for that: where others keep the table busy it fails, and passes by
     * itself.
     *
     * @param isKept asked once more when nobody else can write
     * @return whether it went
     */
    boolean drop(LocalDate monday, BooleanSupplier isKept) {
        return QuarkusTransaction.requiringNew().call(() -> {
            HURRY.call(database, Map.of());
            Alone.with(database, "event weeks");
            HOLD.call(database, Map.of());
            if (!isThere(name(monday)) || isKept.getAsBoolean()) {
                return false;
            }
            Sql.text("drop table %s".formatted(name(monday))).call(database, Map.of());
            return true;
        });
    }

    private static String name(LocalDate monday) {
        return "event_%dw%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static LocalDate monday(String name) {
        var found = NAME.matcher(name);
        if (!found.matches()) {
            throw new IllegalStateException("This is no week of events: " + name);
        }
        // The fourth of January is always in the first week.
        return LocalDate.of(Integer.parseInt(found.group(1)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(found.group(2)))
                .with(DayOfWeek.MONDAY);
    }

    private boolean isThere(String name) {
        return IS_THERE.first(database, Map.of("name", name), row -> row.getBoolean("there"))
                .orElseThrow();
    }
}
