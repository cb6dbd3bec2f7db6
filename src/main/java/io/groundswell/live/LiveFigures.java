package io.groundswell.live;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** What is going on on a site, by what came in the last seconds. */
@ApplicationScoped
public class LiveFigures {
    private static final Sql LIVE = Sql.file(LiveFigures.class, "live.sql");
    private static final long MOST = 10;

    private final AgroalDataSource database;
    private final Clock clock;

    LiveFigures(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A page that was looked at. */
    public record Page(String path, long visitors) {}

    /** How often something happened. */
    public record Counted(String event, long count) {}

    /**
     * Something that happened.
     *
     * @param properties as JSON; null when there are none
     * @param userId may be null
     */
    public record Recent(String event, String properties, String userId, Instant at) {}

    /**
     * @param now the end of the time that it tells of
     * @param visitors distinct ones, as are sessions; those without an id are not counted
     * @param pages those with most visitors, the most first
     * @param names those that came most often, the most first
     * @param recent the last ones that came, the newest first
     */
    public record Answer(
            Instant now,
            long visitors,
            long sessions,
            long events,
            List<Page> pages,
            List<Counted> names,
            List<Recent> recent) {}

    public Answer of(AskedSite site, Duration window) {
        var now = clock.instant();
        var values = new HashMap<String, Object>();
        values.put("site", site.number());
        values.put("total", site.events());
        values.put("since", now.minus(window));
        values.put("oldest", Arrivals.oldest(now));
        values.put("most", MOST);
        var rows = LIVE.list(database, values, Row::of);
        var all = only("all", rows).get(0);
        return new Answer(
                now,
                all.visitors(),
                all.sessions(),
                all.events(),
                only("page", rows).stream()
                        .map(row -> new Page(row.label(), row.visitors()))
                        .toList(),
                only("event", rows).stream()
                        .map(row -> new Counted(row.label(), row.events()))
                        .toList(),
                only("recent", rows).stream().map(Row::recent).toList());
    }

    private static List<Row> only(String part, List<Row> rows) {
        return rows.stream().filter(row -> row.part().equals(part)).toList();
    }

    private record Row(String part, String label, long visitors, long sessions, long events, Recent recent) {
        static Row of(ResultSet row) throws SQLException {
            var label = row.getString("label");
            return new Row(
                    row.getString("part"),
                    label,
                    row.getLong("visitors"),
                    row.getLong("sessions"),
                    row.getLong("events"),
                    new Recent(label, row.getString("properties"), row.getString("user_id"), Sql.instant(row, "at")));
        }
    }
}
