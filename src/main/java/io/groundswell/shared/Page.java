package io.groundswell.shared;

import java.util.List;
import java.util.function.Predicate;

/**
 * A stretch of a list, in the list's order.
 *
 * @param more whether more rows follow in the direction travelled
 * @param total how many rows match the filters, on all pages together
 */
public record Page<T>(List<T> items, boolean more, long total) {
    /** The same with those alone; the others are on the next page then. */
    public Page<T> with(Predicate<T> these) {
        var rest = items.stream().filter(these).toList();
        return new Page<>(rest, more || rest.size() < items.size(), total);
    }

    /**
     * @param limit at least 1
     * @param after id of the row before the wanted ones, or null
     * @param before id of the row after the wanted ones, or null; never set together with {@code after}
     */
    public record Request(int limit, String after, String before) {
        public boolean backwards() {
            return before != null;
        }

        public String cursor() {
            return before != null ? before : after;
        }
    }
}
