package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.KeyHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Finds users of sites by any of their ids. */
@ApplicationScoped
class KnownUsers {
    private static final Sql CURRENT =
            Sql.text("select user_id from user_alias where site_number = :site and previous_key = :key");
    private static final Sql PREVIOUS = Sql.text("""
            select previous_id from user_alias where site_number = :site and user_key = :key
            order by previous_id collate "C\"""");
    private static final Sql KEYS = Sql.text("""
            select cast(:key as bigint) as key
            union all
            select previous_key from user_alias where site_number = :site and moves_to_key = :key""");

    private final AgroalDataSource database;

    KnownUsers(AgroalDataSource database) {
        this.database = database;
    }

    /** There need not be anything of them. */
    KnownUser find(long siteNumber, String anyId) {
        var id = CURRENT.first(database, key(siteNumber, anyId), row -> row.getString("user_id"))
                .orElse(anyId);
        var values = key(siteNumber, id);
        return new KnownUser(
                siteNumber,
                id,
                PREVIOUS.list(database, values, row -> row.getString("previous_id")),
                KEYS.list(database, values, row -> row.getLong("key")));
    }

    private static Map<String, Object> key(long siteNumber, String id) {
        return Map.of("site", siteNumber, "key", KeyHash.number(id));
    }
}
