package io.groundswell.query;

import io.agroal.api.AgroalDataSource;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers questions that nobody thought of before: counts events by what they have in common. */
@ApplicationScoped
public class Query {
    private final ByColumns byColumns;
    private final AgroalDataSource database;

    Query(ByColumns byColumns, AgroalDataSource database) {
        this.byColumns = byColumns;
        this.database = database;
    }

    /**
     * @param groups what its events have in common; a value may be null
     * @param counts those of the events, without the metrics of sessions
     * @param sessions what the sessions of its events come to; null when nobody asked
     */
    public record Row(Map<Grouping, String> groups, Map<Metric, Long> counts, Sessions sessions) {}

    /** @param duration of all together, in milliseconds */
    public record Sessions(long sessions, long bounces, long duration) {}

    /** One row when nothing is grouped, also when there is nothing to count. */
    public List<Row> rows(AskedSite site, Asked asked) {
        return byColumns.rows(site, asked).orElseGet(() -> byRows(site, asked));
    }

    List<Row> byRows(AskedSite site, Asked asked) {
        var values = asked.window().of(site);
        values.put("most", (long) asked.most());
        var bound = new Bound(values);
        var sql = new Statement(asked, bound).sql();
        return sql.list(database, bound.values(), row -> row(row, asked));
    }

    private static Row row(ResultSet row, Asked asked) throws SQLException {
        var groups = new EnumMap<Grouping, String>(Grouping.class);
        for (var grouping : asked.groupings()) {
            groups.put(grouping, row.getString(grouping.toString()));
        }
        var counts = new EnumMap<Metric, Long>(Metric.class);
        for (var metric : asked.metrics()) {
            if (!metric.isOfSessions()) {
                counts.put(metric, row.getLong(metric.toString()));
            }
        }
        return new Row(
                groups,
                counts,
                asked.needsWholeSessions()
                        ? new Sessions(row.getLong("sessions"), row.getLong("bounces"), row.getLong("duration"))
                        : null);
    }
}
