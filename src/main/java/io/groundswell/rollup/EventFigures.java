package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Counts the events of a site and their users: those that are folded by the kept figures, and the others one by one, as they are at
 * the moment of the question. Asked within a question ({@link io.groundswell.site.SiteQuestions}).
 */
@ApplicationScoped
public class EventFigures {
    private static final Sql STRETCHES = Sql.file(EventFigures.class, "stretches.sql");
    private static final Sql COUNT = Sql.file(EventFigures.class, "count-events.sql");

    private static final Sql DAYS = Sql.text("""
            select f.day, f.events from event_figure f
            where f.site_number = :site and f.name_key = :name_key and f.kind = :kind and f.day >= :first and f.day < :end""");

    private final AgroalDataSource database;
    private final Positions positions;
    private final ToldEvents told;
    private final Rankings rankings;

    EventFigures(AgroalDataSource database, Positions positions, ToldEvents told, Rankings rankings) {
        this.database = database;
        this.positions = positions;
        this.told = told;
        this.rankings = rankings;
    }

    /** The days in UTC on which something happened, oldest first. */
    public List<Stretch> days(AskedSite site, Window window) {
        return days(site, window, null);
    }

    /**
     * The days in UTC on which one thing happened, oldest first.
     *
     * @param event its name; null for anything
     */
    public List<Stretch> days(AskedSite site, Window window, String event) {
        return stretches(positions.of(site, window), daysOf(event), event, hour -> hour.truncatedTo(ChronoUnit.DAYS));
    }

    /** The hours in UTC in which something happened, oldest first. */
    public List<Stretch> hours(AskedSite site, Window window) {
        return stretches(positions.of(site, window), Figure.HOUR, null, UnaryOperator.identity());
    }

    private static int daysOf(String event) {
        return event == null ? Figure.DAY : Dimension.EVENT.kind();
    }

    private List<Stretch> stretches(Extent extent, int kind, String event, UnaryOperator<LocalDateTime> begin) {
        var stretches = new TreeMap<LocalDateTime, Stretch>();
        STRETCHES.read(database, values(extent, kind, event), Users.AHEAD, row -> {
            var from = row.getObject("stretch", LocalDateTime.class);
            stretches.put(from, new Stretch(from, row.getLong("events"), Users.kept(row.getBytes("users"))));
            return true;
        });
        told.each(extent, one -> {
            if (one.is(event)) {
                stretches.compute(begin.apply(one.begin()), (from, stretch) -> Stretch.of(from, stretch, one));
            }
        });
        return List.copyOf(stretches.values());
    }

    private static Map<String, Object> values(Extent extent, int kind, String event) {
        var values = extent.values();
        values.put("kind", kind);
        values.put("name_key", Figure.name(event));
        return values;
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
        var extent = positions.of(site, window);
        var count =
                new AtomicLong(COUNT.first(database, values(extent, daysOf(event), event), row -> row.getLong("events"))
                        .orElseThrow());
        told.each(extent, one -> count.addAndGet(one.is(event) ? 1 : 0));
        return count.get();
    }

    /** How often one thing happened on each day in UTC on which it did. */
    public SortedMap<LocalDate, Long> counts(AskedSite site, Window window, String event) {
        var extent = positions.of(site, window);
        var counts = new TreeMap<LocalDate, Long>();
        DAYS.list(
                database,
                values(extent, daysOf(event), event),
                row -> counts.put(row.getObject("day", LocalDate.class), row.getLong("events")));
        told.each(extent, one -> {
            if (one.is(event)) {
                counts.merge(one.day(), 1L, Long::sum);
            }
        });
        return counts;
    }
}
