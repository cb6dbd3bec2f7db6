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
import java.util.TreeSet;

/** The weeks of the table of events. Each is made before it is written to. */
@ApplicationScoped
class Partitions {
    private static final Sql IS_THERE = Sql.text("select to_regclass(:name) is not null as there");

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
            var name = "event_%dw%02d"
                    .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            if (isThere(name)) {
                return false;
            }
            // Attached rather than made in place, which would have to wait until nobody reads or writes events.
            Sql.text("create table %s (like event including all)".formatted(name))
                    .call(database, Map.of());
            Sql.text("alter table event attach partition %s for values from ('%s 00:00+00') to ('%s 00:00+00')"
                            .formatted(name, monday, monday.plusWeeks(1)))
                    .call(database, Map.of());
            return true;
        });
    }

    private boolean isThere(String name) {
        return IS_THERE.first(database, Map.of("name", name), row -> row.getBoolean("there"))
                .orElseThrow();
    }
}
