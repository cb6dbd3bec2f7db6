package io.groundswell.testing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All that an organization has in the database, in whatever table: how many rows, and a sum that changes with each of them. */
final class Belongings {
    /** What requests leave behind that is none of the data: who called how often, and what was answered. */
    private static final List<String> TRACES =
            List.of("rate_window", "endpoint_window", "in_flight", "idempotency_key");

    private static final String OWNED = """
            select '%1$s' as name, count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)), 0) as told
            from %1$s t where %2$s""";

    private final AgroalDataSource database;
    private final Sql count;

    Belongings(AgroalDataSource database) {
        this.database = database;
        this.count = Sql.text(Sql.text("""
                        select distinct on (c.table_name) c.table_name, c.column_name
                        from information_schema.columns c
                        join pg_class p on p.oid = to_regclass(c.table_name) and p.relkind in ('r', 'p') and not p.relispartition
                        where c.table_schema = 'public' and c.column_name in ('organization_id', 'site_number', 'site_id')
                        order by c.table_name, c.column_name""")
                .list(database, Map.of(), row -> new Owned(row.getString("table_name"), row.getString("column_name")))
                .stream()
                .filter(owned -> !TRACES.contains(owned.table()))
                .map(Owned::count)
                .collect(Collectors.joining(" union all ")));
    }

    private record Owned(String table, String column) {
        String count() {
            var condition =
                    switch (column) {
                        case "organization_id" -> "organization_id = :organization";
                        case "site_id" -> "site_id in (select id from site where organization_id = :organization)";
                        default -> "site_number in (select number from site where organization_id = :organization)";
                    };
            return OWNED.formatted(table, condition);
        }
    }

    /** By table. */
    Map<String, String> of(String organization) {
        return count
                .list(
                        database,
                        Map.of("organization", organization),
                        row -> Map.entry(row.getString("name"), row.getString("told")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
