package io.groundswell.aggregate;

import io.groundswell.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A stretch of a ranking.
 *
 * @param total how many there are in all of it
 */
public record Ranking<T>(List<T> items, long total) {

    private record Placed<T>(T item, long total) {}

    /** Asks a statement that tells the total with each row, and with one that has no id where the stretch is empty. */
    static <T> Ranking<T> of(Sql statement, DataSource database, Map<String, ?> values, Sql.Row<T> item) {
        var rows = statement.list(
                database,
                values,
                row -> new Placed<>(row.getObject("id") == null ? null : item.map(row), row.getLong("total")));
        var items = rows.stream().map(Placed::item).filter(Objects::nonNull).toList();
        return new Ranking<>(items, rows.get(0).total());
    }
}
