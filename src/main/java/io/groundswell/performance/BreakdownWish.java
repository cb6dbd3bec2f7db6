package io.groundswell.performance;

import java.util.List;
import java.util.Set;

/** What is asked for. */
public record BreakdownWish(Set<Dimension> dimensions, BreakdownSort sort) {
    boolean has(Dimension dimension) {
        return dimensions.contains(dimension);
    }

    /** As the query calls them. */
    List<String> names() {
        return dimensions.stream().map(Dimension::toString).toList();
    }
}
