package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.rollup.Dimension;
import io.groundswell.rollup.EventFigures;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Which values a property of a site's events has. */
@ApplicationScoped
public class Breakdown {
    private static final Sql VALUES = Sql.file(Breakdown.class, "breakdown.sql");

    private final EventFigures figures;
    private final PropertyValues byColumns;
    private final AgroalDataSource database;

    Breakdown(EventFigures figures, PropertyValues byColumns, AgroalDataSource database) {
        this.figures = figures;
        this.byColumns = byColumns;
        this.database = database;
    }

    /**
     * @param property whose values are wanted, {@code country} among them
     * @param event that is counted; null for all
     * @param most values that are wanted
     */
    public record Question(String property, String event, int most) {}

    public record Value(String value, long events, long users) {}

    /**
     * @param values most events first, among equals by value
     * @param withProperty events that have a value, also those of values that are left out
     */
    public record Answer(List<Value> values, long events, long withProperty) {}

    public Answer of(AskedSite site, Window window, Question question) {
        return Dimension.ofProperty(question.property())
                .map(dimension -> kept(site, window, dimension, question))
                .orElseGet(() -> counted(site, window, question));
    }

    private Answer kept(AskedSite site, Window window, Dimension dimension, Question question) {
        var ranking = figures.ranking(site, window, dimension, question.event(), question.most());
        return new Answer(
                ranking.values().stream()
                        .map(value -> new Value(value.value(), value.events(), value.users()))
                        .toList(),
                figures.count(site, window, question.event()),
                ranking.events());
    }

    private Answer counted(AskedSite site, Window window, Question question) {
        var values = byColumns.of(site, window, question).orElseGet(() -> byRows(site, window, question));
        return new Answer(values.values(), figures.count(site, window, question.event()), values.events());
    }

    /** @param events of all values, those that are left out too */
    record Values(List<Value> values, long events) {}

    Values byRows(AskedSite site, Window window, Question question) {
        var parameters = window.of(site);
        parameters.put("property", question.property());
        parameters.put("event", question.event());
        parameters.put("most", (long) question.most());
        var values = new ArrayList<Value>();
        var total = VALUES.list(database, parameters, row -> {
            values.add(new Value(row.getString("value"), row.getLong("events"), row.getLong("users")));
            return row.getLong("total");
        });
        return new Values(values, total.isEmpty() ? 0 : total.get(0));
    }
}
