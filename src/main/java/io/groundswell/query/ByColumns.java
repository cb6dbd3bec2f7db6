package io.groundswell.query;

import io.agroal.api.AgroalDataSource;
import io.groundswell.query.Query.Row;
import io.groundswell.segment.ColumnValue;
import io.groundswell.segment.Columns;
import io.groundswell.segment.Condition;
import io.groundswell.segment.Count;
import io.groundswell.segment.Group;
import io.groundswell.segment.Groups;
import io.groundswell.segment.Segments;
import io.groundswell.segment.Segments.Counted;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers questions from segments, where these have all that is asked about, and from rows only what is in none. */
@ApplicationScoped
class ByColumns {
    /** By the names that callers have for fields; those of properties are the same. */
    private static final Map<String, String> COLUMNS =
            Map.of("event", Columns.EVENT, "date", Columns.DAY, "country", Columns.COUNTRY);

    private static final int AHEAD = 2_000;

    private final Segments segments;
    private final AgroalDataSource database;

    ByColumns(Segments segments, AgroalDataSource database) {
        this.segments = segments;
        this.database = database;
    }

    /** Empty when the rows of events have to be asked. */
    Optional<List<Row>> rows(AskedSite site, Asked asked) {
        return count(asked)
                .flatMap(count -> segments.count(
                        site,
                        asked.window(),
                        count,
                        counted -> addRest(site, asked, counted)
                                ? Optional.of(rows(asked, counted.groups()))
                                : Optional.empty()));
    }

    private static Optional<Count> count(Asked asked) {
        if (asked.needsWholeSessions() || asked.countsSessionsFirst()) {
            return Optional.empty();
        }
        var by = asked.groupings().stream()
                .map(grouping -> COLUMNS.get(grouping.toString()))
                .toList();
        var conditions = asked.filters().stream()
                .map(filter -> new Condition(column(filter), Comparison.of(filter)))
                .toList();
        var areThere = Stream.concat(by.stream(), conditions.stream().map(Condition::column))
                .allMatch(Objects::nonNull);
        return areThere
                ? Optional.of(new Count(conditions, by, asked.needsUsers(), asked.needsSessions()))
                : Optional.empty();
    }

    /** Null for a field that has none. */
    private static String column(Filter filter) {
        return Columns.isProperty(filter.name()) ? filter.name() : COLUMNS.get(filter.name());
    }

    /** Says whether there was room for it. */
    private boolean addRest(AskedSite site, Asked asked, Counted counted) {
        var values = asked.window().of(site);
        values.putAll(counted.rest().values());
        var bound = new Bound(values);
        var sql = new Statement(asked, bound).rest(counted.rest());
        return sql.read(database, bound.values(), AHEAD, row -> counted.groups().add(groups(row, asked), row));
    }

    private static List<String> groups(ResultSet row, Asked asked) throws SQLException {
        var values = new ArrayList<String>();
        for (var grouping : asked.groupings()) {
            var value = row.getString(grouping.toString());
            values.add(value == null ? null : ColumnValue.ofText(value));
        }
        return values;
    }

    private static List<Row> rows(Asked asked, Groups groups) {
        var rows = new ArrayList<Row>();
        groups.each((values, group) -> rows.add(row(asked, values, group)));
        return rows.stream().sorted(RowOrder.of(asked)).limit(asked.most()).toList();
    }

    private static Row row(Asked asked, List<String> values, Group group) {
        var common = new EnumMap<Grouping, String>(Grouping.class);
        for (var grouping : asked.groupings()) {
            var value = values.get(common.size());
            common.put(grouping, value == null ? null : ColumnValue.shown(value));
        }
        var counts = new EnumMap<Metric, Long>(Metric.class);
        for (var metric : asked.metrics()) {
            counts.put(metric, count(metric, group));
        }
        return new Row(common, counts, null);
    }

    private static long count(Metric metric, Group group) {
        return switch (metric) {
            case EVENT_COUNT -> group.events();
            case UNIQUE_USERS -> group.users();
            case SESSION_COUNT -> group.sessions();
            case BOUNCE_RATE, AVG_DURATION -> throw new IllegalArgumentException(metric + " is not of events");
        };
    }
}
