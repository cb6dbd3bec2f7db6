package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.CodePoints;
import io.groundswell.database.Sql;
import io.groundswell.segment.ColumnValue;
import io.groundswell.segment.Columns;
import io.groundswell.segment.Condition;
import io.groundswell.segment.Count;
import io.groundswell.segment.Group;
import io.groundswell.segment.Groups;
import io.groundswell.segment.Segments;
import io.groundswell.segment.Segments.Counted;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import io.groundswell.traffic.Breakdown.Question;
import io.groundswell.traffic.Breakdown.Value;
import io.groundswell.traffic.Breakdown.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a property that figures are not kept of: from segments, and from rows only what is in none. */
@ApplicationScoped
class PropertyValues {
    private static final int AHEAD = 2_000;
    private static final String NULL = "null";
    private static final String REST = Sql.read(PropertyValues.class, "breakdown-rest.sql");

    private final Segments segments;
    private final AgroalDataSource database;

    PropertyValues(Segments segments, AgroalDataSource database) {
        this.segments = segments;
        this.database = database;
    }

    /** Empty when the rows of events have to be asked. */
    Optional<Values> of(AskedSite site, Window window, Question question) {
        var property = Columns.property(question.property());
        var conditions = new ArrayList<Condition>();
        // Null is no value.
        conditions.add(new Condition(property, value -> !value.equals(NULL)));
        if (question.event() != null) {
            var event = ColumnValue.ofText(question.event());
            conditions.add(new Condition(Columns.EVENT, event::equals));
        }
        var count = new Count(conditions, List.of(property), true, false);
        return segments.count(
                site,
                window,
                count,
                counted -> addRest(site, window, question, counted)
                        ? Optional.of(values(counted.groups(), question.most()))
                        : Optional.empty());
    }

    /** Says whether there was room for it. */
    private boolean addRest(AskedSite site, Window window, Question question, Counted counted) {
        var values = window.of(site);
        values.put("property", question.property());
        values.put("event", question.event());
        values.putAll(counted.rest().values());
        return Sql.text(REST.replace("true/* rest */", counted.rest().condition()))
                .read(database, values, AHEAD, row -> counted.groups()
                        .add(List.of(ColumnValue.ofText(row.getString("value"))), row));
    }

    /** A number and a text of the same digits are one value. */
    private static Values values(Groups groups, int most) {
        var shown = new HashMap<String, Group>();
        groups.each((value, group) -> shown.merge(ColumnValue.shown(value.get(0)), group, (one, other) -> {
            one.add(other);
            return one;
        }));
        var values = shown.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Group>>comparingLong(
                                one -> -one.getValue().events())
                        .thenComparing(Map.Entry::getKey, CodePoints::compare))
                .limit(most)
                .map(one -> new Value(
                        one.getKey(), one.getValue().events(), one.getValue().users()))
                .toList();
        return new Values(
                values, shown.values().stream().mapToLong(Group::events).sum());
    }
}
