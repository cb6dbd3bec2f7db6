package io.groundswell.query;

import io.groundswell.site.Window;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A question of somebody's own.
 *
 * @param metrics at least one
 * @param filters that must all hold
 * @param order what rows are sorted by: one of the metrics or groupings
 * @param most rows that are wanted
 */
public record Asked(
        LinkedHashSet<Metric> metrics,
        LinkedHashSet<Grouping> groupings,
        List<Filter> filters,
        Window window,
        CountMode mode,
        Order order,
        int most) {

    /** @param by a {@link Metric} or a {@link Grouping} */
    public record Order(Enum<?> by, boolean ascending) {}

    /** Whether counting needs to know who did it. */
    boolean needsUsers() {
        return metrics.contains(Metric.UNIQUE_USERS) || countsSessionsFirst();
    }

    boolean needsSessions() {
        return metrics.contains(Metric.SESSION_COUNT) || needsWholeSessions() || countsSessionsFirst();
    }

    boolean needsWholeSessions() {
        return metrics.stream().anyMatch(Metric::isOfSessions);
    }

    boolean countsSessionsFirst() {
        return mode == CountMode.SESSION_THEN_USER && metrics.contains(Metric.EVENT_COUNT);
    }
}
