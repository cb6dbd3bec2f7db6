package io.groundswell.query;

import io.groundswell.database.CodePoints;
import io.groundswell.query.Query.Row;
import java.util.Comparator;
import java.util.function.Function;

/** How rows are sorted, by {@link Asked.Order}, and among equals by what they are grouped by. */
final class RowOrder {
    private RowOrder() {}

    static Comparator<Row> of(Asked asked) {
        var order = asked.order();
        var sorted = order.by() instanceof Metric metric
                ? byMetric(metric, order.ascending())
                : byGrouping((Grouping) order.by(), order.ascending());
        for (var grouping : asked.groupings()) {
            if (grouping != order.by()) {
                sorted = sorted.thenComparing(byGrouping(grouping, true));
            }
        }
        return sorted;
    }

    private static Comparator<Row> byMetric(Metric metric, boolean ascending) {
        Comparator<Row> sorted = Comparator.comparing(row -> row.counts().get(metric));
        return ascending ? sorted : sorted.reversed();
    }

    /** What has no value is last. */
    private static Comparator<Row> byGrouping(Grouping grouping, boolean ascending) {
        Comparator<String> texts = CodePoints::compare;
        Function<Row, String> value = row -> row.groups().get(grouping);
        return Comparator.comparing(value, Comparator.nullsLast(ascending ? texts : texts.reversed()));
    }
}
