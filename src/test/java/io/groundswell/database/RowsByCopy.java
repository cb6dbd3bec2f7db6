package io.groundswell.database;

import io.groundswell.testing.Filler;
import io.groundswell.testing.Found;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * What {@code pg_dump} and {@code pg_restore} do with data, for machines without those of the right version: the rows of all tables go
 * into a database that was just migrated, and sequences go on where they were.
 */
final class RowsByCopy {
    private static final String COLUMNS = """
            select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
            where table_schema = 'public' and table_name = '%s' and is_generated = 'NEVER'""";
    private static final String PARTITIONS = """
            select format('create table %s partition of %s %s', i.inhrelid::regclass, i.inhparent::regclass,
                pg_get_expr(c.relpartbound, c.oid))
            from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r'""";
    private static final String SEQUENCES =
            "select format('select setval(%L, %s)', schemaname || '.' || sequencename, last_value) from pg_sequences"
                    + " where last_value is not null";

    private final Connection from;
    private final Connection to;

    private RowsByCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    static void copy(Connection from, Connection to) throws SQLException, IOException {
        new RowsByCopy(from, to).copy();
    }

    private void copy() throws SQLException, IOException {
        // No trigger fires and no reference is looked at: both did their work where the rows come from.
        run("set session_replication_role = replica");
        for (var partition : Found.texts(from, PARTITIONS)) {
            run(partition);
        }
        for (var table : Found.texts(from, Filler.TABLES)) {
            copy(table);
        }
        for (var sequence : Found.texts(from, SEQUENCES)) {
            run(sequence);
        }
    }

    private void copy(String table) throws SQLException, IOException {
        var columns = Found.texts(from, COLUMNS.formatted(table)).get(0);
        var rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s) to stdout (format binary)".formatted(columns, table), rows);
        to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy %s (%s) from stdin (format binary)".formatted(table, columns),
                        new ByteArrayInputStream(rows.toByteArray()));
    }

    private void run(String sql) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.execute(sql);
        }
    }
}
