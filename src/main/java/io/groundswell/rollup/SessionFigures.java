package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Counts the sessions of a site, each on the day in UTC on which it starts. Asked within a question
 * ({@link io.groundswell.site.SiteQuestions}).
 */
@ApplicationScoped
public class SessionFigures {
    private static final Sql TOTALS = Sql.file(SessionFigures.class, "session-totals.sql");
    private static final Sql GROUPS = Sql.file(SessionFigures.class, "session-groups.sql");
    private static final Sql DAYS = Sql.file(SessionFigures.class, "session-days.sql");

    private final AgroalDataSource database;

    SessionFigures(AgroalDataSource database) {
        this.database = database;
    }

    /** What sessions are counted by. */
    public enum By {
        /** The page of the first event; sessions without one are left out. */
        ENTRY_PAGE,
        /** The page of the last event; sessions without one are left out. */
        EXIT_PAGE,
        /** How long it lasted: {@code 0s}, {@code 1-10s}, {@code 10-30s}, {@code 30-60s}, {@code 1-3m}, {@code 3-10m}, {@code 10m+}. */
        LENGTH
    }

    /** @param duration of all together, in milliseconds */
    public record Tally(long sessions, long bounces, long duration, long events) {}

    /** @param users distinct ones */
    public record Totals(Tally tally, long users) {}

    public record Group(String value, Tally tally) {}

    /** @param users with sessions that start on this day */
    public record Day(LocalDate date, Users users) {}

    public Totals totals(AskedSite site, Window window) {
        return TOTALS.first(database, window.of(site), row -> new Totals(tally(row), row.getLong("users")))
                .orElseThrow();
    }

    /**
     * Most sessions first, among equals by value.
     *
     * @param most groups that are wanted
     */
    public List<Group> groups(AskedSite site, Window window, By by, int most) {
        var values = window.of(site);
        values.put("by", by);
        values.put("most", (long) most);
        return GROUPS.list(database, values, row -> new Group(row.getString("value"), tally(row)));
    }

    /** The days on which users who are known started sessions, oldest first. */
    public List<Day> days(AskedSite site, Window window) {
        return DAYS.list(
                database,
                window.of(site),
                row -> new Day(row.getObject("day", LocalDate.class), Users.of(List.of((Long[])
                        row.getArray("users").getArray()))));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("sessions"), row.getLong("bounces"), row.getLong("duration"), row.getLong("events"));
    }
}
