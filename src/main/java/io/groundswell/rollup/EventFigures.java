package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.rollup.Ranking.Ranked;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Counts the events of a site and their users. Asked within a question ({@link io.groundswell.site.SiteQuestions}). */
@ApplicationScoped
public class EventFigures {
    private static final Sql STRETCHES = Sql.file(EventFigures.class, "stretches.sql");
    private static final Sql DAYS_OF_EVENT = Sql.file(EventFigures.class, "event-days.sql");
    private static final Sql RANKING = Sql.file(EventFigures.class, "ranking.sql");
    private static final Sql COUNT = Sql.file(EventFigures.class, "count-events.sql");

    private final AgroalDataSource database;

    EventFigures(AgroalDataSource database) {
        this.database = database;
    }

    /** The days in UTC on which something happened, oldest first. */
    public List<Stretch> days(AskedSite site, Window window) {
        return stretches("day", site, window);
    }

    /** The hours in UTC in which something happened, oldest first. */
    public List<Stretch> hours(AskedSite site, Window window) {
        return stretches("hour", site, window);
    }

    private List<Stretch> stretches(String unit, AskedSite site, Window window) {
        var values = window.of(site);
        values.put("unit", unit);
        return STRETCHES.list(database, values, EventFigures::stretch);
    }

    /**
     * The days in UTC on which one thing happened, oldest first.
     *
     * @param event its name
     */
    public List<Stretch> days(AskedSite site, Window window, String event) {
        var values = window.of(site);
        values.put("event", event);
        return DAYS_OF_EVENT.list(database, values, EventFigures::stretch);
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(row.getObject("stretch", LocalDateTime.class), row.getLong("events"), users(row));
    }

    private static Users users(ResultSet row) throws SQLException {
        return Users.of(List.of((Long[]) row.getArray("users").getArray()));
    }

    /**
     * @param event that is counted; null for all
     * @param most values that are wanted
     */
    public Ranking ranking(AskedSite site, Window window, Dimension dimension, String event, int most) {
        var values = window.of(site);
        values.put("dimension", dimension.toString());
        values.put("event", event);
        values.put("most", (long) most);
        var ranked = new ArrayList<Ranked>();
        var total = RANKING.list(database, values, row -> {
            ranked.add(new Ranked(
                    row.getString("value"),
                    row.getLong("events"),
                    row.getLong("users"),
                    row.getObject("first", LocalDate.class),
                    row.getObject("last", LocalDate.class)));
            return row.getLong("total");
        });
        return new Ranking(ranked, total.isEmpty() ? 0 : total.get(0));
    }

    /** @param event that is counted; null for all */
    public long count(AskedSite site, Window window, String event) {
        var values = window.of(site);
        values.put("event", event);
        return COUNT.first(database, values, row -> row.getLong("events")).orElseThrow();
    }
}
