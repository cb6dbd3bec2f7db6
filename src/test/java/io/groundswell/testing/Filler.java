package io.groundswell.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts one row into every table, as the database describes them, so that a table which is new is not forgotten. What a row refers to is
 * another one of these, be it by a foreign key or by the name of the column. All texts begin with a mark.
 */
public final class Filler {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** All tables with rows of ours, in the order in which they were made, so that what a row refers to is there. */
    public static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
              and relname <> 'flyway_schema_history'
            order by oid""";

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, null), (array_agg(r.relname order by r.oid))[1],
                (array_agg(b.attname order by r.oid))[1]
            from pg_attribute a
            left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f' and a.attnum = any (f.conkey)
            left join pg_class r on r.oid = f.confrelid
            left join pg_attribute b on b.attrelid = f.confrelid
              and b.attnum = f.confkey[array_position(f.conkey, a.attnum)]
            where a.attrelid = to_regclass('%s') and a.attnum > 0 and not a.attisdropped
              and a.attidentity = '' and a.attgenerated = ''
            group by a.attnum, a.attname, a.atttypid order by a.attnum""";
    /** What columns of these names refer to, foreign key or not. */
    private static final Map<String, String> NAMED = Map.of(
            "organization_id", "organization.id",
            "user_id", "app_user.id",
            "mission_id", "mission.id",
            "content_id", "content.id",
            "site_id", "site.id",
            "site_number", "site.number",
            "program_id", "program.id",
            "creator_id", "creator.id",
            "video_id", "video.id");

    private final Connection connection;
    private final String mark;
    private final Map<String, String> given;
    private final Map<String, JsonNode> rows = new LinkedHashMap<>();

    /** @param given SQL for columns, by {@code column} or {@code table.column}, where a value of their type would not do */
    public Filler(Connection connection, String mark, Map<String, String> given) {
        this.connection = connection;
        this.mark = mark;
        this.given = new HashMap<>(given);
    }

    /** A row that is there, and is not to be made. */
    public void know(String table, JsonNode row) {
        rows.put(table, row);
    }

    /** What each table got. One is not here if it has its row from a trigger. */
    public Map<String, JsonNode> rows() {
        return rows;
    }

    /** Fills the tables that have not been filled yet. */
    public void fill(Set<String> spared) throws SQLException {
        for (var table : Found.texts(connection, TABLES)) {
            if (!rows.containsKey(table) && !spared.contains(table)) {
                fill(table);
            }
        }
    }

    private void fill(String table) throws SQLException {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : Found.rows(connection, COLUMNS.formatted(table))) {
            if (!column.get(1).equals("xid8")) {
                names.add('"' + column.get(0) + '"');
                values.add(value(table, column));
            }
        }
        var sql = "insert into %1$s (%2$s) values (%3$s) on conflict do nothing returning to_jsonb(%1$s)::text"
                .formatted(table, String.join(", ", names), String.join(", ", values));
        try {
            for (var row : Found.texts(connection, sql)) {
                rows.put(table, JSON.readTree(row));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** @param column name, type, and what it refers to: table and column */
    private String value(String table, List<String> column) {
        var name = column.get(0);
        var told = given.getOrDefault(table + "." + name, given.get(name));
        if (told != null) {
            return told;
        }
        var referred = column.get(2) == null ? NAMED.get(name) : column.get(2) + "." + column.get(3);
        if (referred != null && !referred.startsWith(table + ".")) {
            var target = referred.replaceFirst("\\..*", "");
            var other = rows.get(target);
            if (other != null) {
                var key = referred.replaceFirst(".*\\.", "");
                // A column that came later is asked for.
                return other.has(key)
                        ? "cast('%s' as %s)".formatted(other.path(key).asText(), column.get(1))
                        : "(select %s from %s limit 1)".formatted(key, target);
            }
        }
        return switch (column.get(1)) {
            case "text" -> "'%s:%s.%s'".formatted(mark, table, name);
            case "text[]" -> "array['%s:%s.%s']".formatted(mark, table, name);
            case "jsonb" -> "'{}'";
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "true";
            case "bytea" -> "'\\x01'";
            case "date" -> "date '2026-01-05'";
            case "timestamp with time zone" -> "timestamptz '2026-01-05 10:00:00Z'";
            case "integer[]" -> "'{1}'";
            default -> "7";
        };
    }
}
