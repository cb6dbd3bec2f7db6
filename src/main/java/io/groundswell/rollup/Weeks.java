package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which weeks of the figures of sites are added up. Whoever changes figures of days says so here in the same transaction, so that a
 * week that is added up always is what its days are.
 */
@ApplicationScoped
class Weeks {
    private static final Sql CHANGE = Sql.file(Weeks.class, "change-weeks.sql");
    private static final Sql ADDED_UP = Sql.text("""
            select monday from figure_week
            where site_number = :site and figures = :figures and state = 'SUMMED' and monday >= :first
                and monday <= cast(:end as date) - 7
            order by monday""");
    private static final Sql DROP = Sql.text("delete from figure_week where site_number = :site and monday < :day");

    private final AgroalDataSource database;
    private final Clock clock;

    Weeks(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Figures of these days change. The caller holds the site's {@link Position}. */
    void change(long site, FiguresOf figures, Stream<LocalDate> days) {
        var mondays = days.map(Weeks::monday).distinct().toList();
        if (!mondays.isEmpty()) {
            var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            CHANGE.update(database, Map.of("site", site, "figures", figures, "mondays", mondays, "minute", minute));
        }
    }

    /** All of days before this one are deleted. What is left of its week is read by days. */
    void dropBefore(long site, LocalDate day) {
        DROP.update(database, Map.of("site", site, "day", day));
    }

    /** What statements need in order to read days and, where it can be, weeks. */
    Map<String, Object> values(Extent extent, FiguresOf figures) {
        var values = extent.values();
        WindowPart.addTo(values, extent.window(), addedUp(extent, figures, values));
        return values;
    }

    private List<LocalDate> addedUp(Extent extent, FiguresOf figures, Map<String, Object> values) {
        if (extent.window()
                .from()
                .plusDays(WindowPart.DAYS)
                .isAfter(extent.window().until())) {
            return List.of();
        }
        values.put("figures", figures);
        return ADDED_UP.list(database, values, row -> row.getObject("monday", LocalDate.class));
    }
}
