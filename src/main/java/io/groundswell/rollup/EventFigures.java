package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the events of a site and their users: those that are folded by the kept figures, and the others one by one, as they are at
 * the moment of the question. Asked within a question ({@link io.groundswell.site.SiteQuestions}).
 */
@ApplicationScoped
public class EventFigures {
    private static final Sql STRETCHES = Sql.file(EventFigures.class, "stretches.sql");
    private static final Sql DAYS_OF_EVENT = Sql.file(EventFigures.class, "event-days.sql");
    private static final Sql COUNT = Sql.file(EventFigures.class, "count-events.sql");

    private final AgroalDataSource database;
    private final Positions positions;
    private final Rankings rankings;

    EventFigures(AgroalDataSource database, Positions positions, Rankings rankings) {
        this.database = database;
        this.positions = positions;
        this.rankings = rankings;
    }

    /** The days in UTC on which something happened, oldest first. */
    public List<Stretch> days(AskedSite site, Window window) {
        return stretches("day", Figure.DAY, site, window);
    }

    /** The hours in UTC in which something happened, oldest first. */
    public List<Stretch> hours(AskedSite site, Window window) {
        return stretches("hour", Figure.HOUR, site, window);
    }

    private List<Stretch> stretches(String unit, int kind, AskedSite site, Window window) {
        var values = positions.of(site, window);
        values.put("unit", unit);
        values.put("kind", kind);
        return stretches(STRETCHES, values);
    }

    /**
     * The days in UTC on which one thing happened, oldest first.
     *
     * @param event its name
     */
    public List<Stretch> days(AskedSite site, Window window, String event) {
        var values = positions.of(site, window);
        values.put("event", event);
        values.put("name_key", Figure.name(event));
        values.put("kind", Dimension.EVENT.kind());
        return stretches(DAYS_OF_EVENT, values);
    }

    private List<Stretch> stretches(Sql statement, Map<String, Object> values) {
        var stretches = new TreeMap<LocalDateTime, Stretch>();
        statement
                .list(
                        database,
                        values,
                        row -> new Stretch(
                                row.getObject("stretch", LocalDateTime.class), row.getLong("events"), Users.of(row)))
                .forEach(one -> stretches.merge(one.from(), one, Stretch::plus));
        return List.copyOf(stretches.values());
    }

    /**
     * @param event that is counted; null for all
     * @param most values that are wanted
     */
    public Ranking ranking(AskedSite site, Window window, Dimension dimension, String event, int most) {
        return rankings.ranking(positions.of(site, window), dimension, event, most);
    }

    /** @param event that is counted; null for all */
    public long count(AskedSite site, Window window, String event) {
        var values = positions.of(site, window);
        values.put("event", event);
        values.put("name_key", Figure.name(event));
        values.put("kind", event == null ? Figure.DAY : Dimension.EVENT.kind());
        return COUNT.first(database, values, row -> row.getLong("events")).orElseThrow();
    }
}
