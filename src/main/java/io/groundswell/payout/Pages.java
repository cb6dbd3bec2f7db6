package io.groundswell.payout;

import io.groundswell.database.Edge;
import io.groundswell.database.Sql;
import io.groundswell.shared.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Pages of what is kept of payouts, the newest first. */
final class Pages {
    private Pages() {}

    /** @param filters by name; null for none */
    static <T> Page<T> page(
            DataSource database, Sql page, Map<String, Object> filters, int limit, Edge edge, Sql.Row<T> row) {
        var values = new HashMap<>(filters);
        values.put("at", edge == null ? null : edge.at());
        values.put("id", edge == null ? null : edge.id());
        values.put("most", limit + 1);
        List<T> rows = page.list(database, values, row);
        return new Page<>(List.copyOf(rows.subList(0, Math.min(limit, rows.size()))), rows.size() > limit, -1);
    }
}
