package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts the sessions of a site, each on the day in UTC on which it starts: those that are folded by the kept figures, and the others one
 * by one. Asked within a question ({@link io.groundswell.site.SiteQuestions}).
 */
@ApplicationScoped
public class SessionFigures {
    /** Kind of the figures of all sessions of a day. */
    static final int DAY = 1;

    private static final Sql GROUPS = Sql.file(SessionFigures.class, "session-groups.sql");
    private static final Sql DAYS = Sql.file(SessionFigures.class, "session-days.sql");

    private final AgroalDataSource database;
    private final Positions positions;
    private final Weeks weeks;

    SessionFigures(AgroalDataSource database, Positions positions, Weeks weeks) {
        this.database = database;
        this.positions = positions;
        this.weeks = weeks;
    }

    /** What sessions are counted by. */
    public enum By {
        /** The page of the first event; sessions without one are left out. */
        ENTRY_PAGE(2),
        /** The page of the last event; sessions without one are left out. */
        EXIT_PAGE(3),
        /** How long it lasted: {@code 0s}, {@code 1-10s}, {@code 10-30s}, {@code 30-60s}, {@code 1-3m}, {@code 3-10m}, {@code 10m+}. */
        LENGTH(4);

        private final int kind;

        By(int kind) {
            this.kind = kind;
        }

        /** Stands for it in kept figures. */
        int kind() {
            return kind;
        }
    }

    /** @param duration of all together, in milliseconds */
    public record Tally(long sessions, long bounces, long duration, long events) {
        private static final Tally NOTHING = new Tally(0, 0, 0, 0);

        boolean isNothing() {
            return equals(NOTHING);
        }

        Tally plus(Tally more) {
            return new Tally(
                    sessions + more.sessions, bounces + more.bounces, duration + more.duration, events + more.events);
        }
    }

    /** @param users distinct ones */
    public record Totals(Tally tally, long users) {}

    public record Group(String value, Tally tally) {}

    /** @param users with sessions that start on this day */
    public record Day(LocalDate date, Users users) {}

    public Totals totals(AskedSite site, Window window) {
        var tally = Tally.NOTHING;
        var users = new Users();
        for (var day : ofDays(site, window)) {
            tally = tally.plus(day.tally());
            users.add(day.day().users());
        }
        return new Totals(tally, users.count());
    }

    /**
     * Most sessions first, among equals by value.
     *
     * @param most groups that are wanted
     */
    public List<Group> groups(AskedSite site, Window window, By by, int most) {
        var values = weeks.values(positions.of(site, window), FiguresOf.SESSIONS);
        values.put("by", by);
        values.put("kind", by.kind());
        values.put("most", (long) most);
        return GROUPS.list(database, values, row -> new Group(row.getString("value"), tally(row)));
    }

    /** The days on which users who are known started sessions, oldest first. */
    public List<Day> days(AskedSite site, Window window) {
        return ofDays(site, window).stream()
                .map(DayOfSessions::day)
                .filter(day -> day.users().count() > 0)
                .toList();
    }

    private Collection<DayOfSessions> ofDays(AskedSite site, Window window) {
        var days = new TreeMap<LocalDate, DayOfSessions>();
        DAYS.list(database, positions.of(site, window).values(), DayOfSessions::of)
                .forEach(one -> days.merge(one.date(), one, DayOfSessions::plus));
        return days.values();
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("sessions"), row.getLong("bounces"), row.getLong("duration"), row.getLong("events"));
    }
}
