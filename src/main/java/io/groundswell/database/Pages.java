package io.groundswell.database;

import io.groundswell.shared.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Pages of what statements find; those of entities are made by {@link Listing}. */
public final class Pages {
    private Pages() {}

    /**
     * In the order of the statement, which takes {@code :at} and {@code :id} of the row before, or null, and {@code :most}.
     *
     * @param filters by name; null for none
     */
    public static <T> Page<T> page(
            DataSource database, Sql page, Map<String, Object> filters, int limit, Edge edge, Sql.Row<T> row) {
        var values = new HashMap<>(filters);
        values.put("at", edge == null ? null : edge.at());
        values.put("id", edge == null ? null : edge.id());
        values.put("most", limit + 1);
        return cut(page.list(database, values, row), limit);
    }

    /** @param rows one more than the page may have, when there are so many */
    public static <T> Page<T> cut(List<T> rows, int limit) {
        return new Page<>(List.copyOf(rows.subList(0, Math.min(limit, rows.size()))), rows.size() > limit, -1);
    }
}
