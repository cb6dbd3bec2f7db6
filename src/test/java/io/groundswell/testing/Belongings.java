package io.groundswell.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an organization has, by table: how many rows, and a hash of them. */
final class Belongings implements AutoCloseable {
    /** What requests leave behind that is none of the data: who called how often, and what was answered. */
    private static final List<String> TRACES =
            List.of("rate_window", "endpoint_window", "in_flight", "idempotency_key");

    private static final String TABLES = """
            select distinct on (t.relname) t.relname, c.attname
            from pg_class t join pg_attribute c on c.attrelid = t.oid and not c.attisdropped
            where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
              and c.attname in ('organization_id', 'site_number', 'site_id')
            order by t.relname, c.attname""";
    private static final String OWNED = """
            select '%s', count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)), 0)
            from %1$s t where %s""";
    private static final Map<String, String> CONDITIONS = Map.of(
            "organization_id", "organization_id = (select id from asked)",
            "site_id", "site_id in (select id from site where organization_id = (select id from asked))",
            "site_number", "site_number in (select number from site where organization_id = (select id from asked))");

    private final Connection connection;
    private final PreparedStatement statement;

    /** Planned once: so many tables are planned for longer than they are read. */
    Belongings(Connection connection) throws SQLException {
        this.connection = connection;
        try (var setting = connection.createStatement()) {
            setting.execute("set plan_cache_mode = force_generic_plan");
        }
        this.statement = connection.prepareStatement("with asked as (select cast(? as text) as id) "
                + Found.rows(connection, TABLES).stream()
                        .filter(table -> !TRACES.contains(table.get(0)))
                        .map(table -> OWNED.formatted(table.get(0), CONDITIONS.get(table.get(1))))
                        .collect(Collectors.joining(" union all ")));
    }

    Map<String, String> of(String organization) throws SQLException {
        statement.setString(1, organization);
        try (var result = statement.executeQuery()) {
            var told = new TreeMap<String, String>();
            while (result.next()) {
                told.put(result.getString(1), result.getString(2));
            }
            return told;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                statement;
                var setting = connection.createStatement()) {
            setting.execute("reset plan_cache_mode");
        }
    }
}
