package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.OptionalLong;

/** Parts the events of users who have more than one transaction should change. */
@ApplicationScoped
class FirstEvents {
    /** Whoever tells events of the site waits for a step. */
    static final int MOST = 5_000;

    private static final Sql NEXT = Sql.text("""
            select seq from event where site_number = :site and user_key = :key order by seq offset :most limit 1""");

    private final AgroalDataSource database;

    FirstEvents(AgroalDataSource database) {
        this.database = database;
    }

    /** The number up to which there are as many as may be changed at once; empty when there are no more of the user. */
    OptionalLong until(long siteNumber, long userKey) {
        return NEXT.first(
                        database,
                        Map.of("site", siteNumber, "key", userKey, "most", (long) MOST),
                        row -> row.getLong("seq"))
                .map(next -> OptionalLong.of(next - 1))
                .orElse(OptionalLong.empty());
    }
}
