package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Hands out deliveries that are due, fairly among endpoints, each to one courier at a time. */
@ApplicationScoped
class Claims {
    private static final int MOST_PER_ENDPOINT = 8;
    private static final Sql DUE = Sql.file(Claims.class, "claim.sql");
    private static final Sql ONE = Sql.file(Claims.class, "claim-one.sql");

    private final AgroalDataSource database;
    private final Clock clock;

    Claims(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Committed before anything is sent, so that a crash leaves a trace.
     *
     * @param slowToo whether endpoints that take long to answer have a turn
     */
    List<Claim> due(int limit, boolean slowToo) {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> DUE.list(
                        database,
                        Map.of(
                                "now", now,
                                "limit", limit,
                                "most", MOST_PER_ENDPOINT,
                                "slow_too", slowToo,
                                "claim", PublicId.random(16),
                                "lease", now.plus(Claim.LEASE)),
                        Claims::claim));
    }

    /** A delivery that somebody waits for, whatever the state of its endpoint. */
    Claim one(String deliveryId) {
        var values = Map.of(
                "id", deliveryId,
                "claim", PublicId.random(16),
                "lease", clock.instant().plus(Claim.LEASE));
        return ONE.first(database, values, Claims::claim).orElseThrow();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("claim"),
                row.getString("id"),
                row.getString("webhook_id"),
                row.getString("url"),
                row.getString("secret"),
                row.getString("previous_secret"),
                Sql.instant(row, "previous_until"),
                row.getString("type"),
                row.getString("body"),
                row.getInt("attempts"));
    }
}
