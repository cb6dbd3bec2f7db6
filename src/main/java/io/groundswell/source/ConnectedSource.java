package io.groundswell.source;

import io.groundswell.database.Sql;
import io.groundswell.outbound.Health;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A source that a programme is connected to.
 *
 * @param account the key of the one handle that it tells of, or null
 * @param lastError null while it does well
 * @param pausedUntil until when it wants to be left alone, or null
 */
public record ConnectedSource(
        String id,
        UUID programId,
        SourceKind kind,
        String account,
        String name,
        String secret,
        Health health,
        String lastError,
        Instant lastSuccessAt,
        Instant pausedUntil,
        Instant createdAt,
        Instant updatedAt) {

    static ConnectedSource of(ResultSet row) throws SQLException {
        return new ConnectedSource(
                row.getString("id"),
                row.getObject("program_id", UUID.class),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("name"),
                row.getString("secret"),
                Health.valueOf(row.getString("health")),
                row.getString("last_error"),
                Sql.instant(row, "last_success_at"),
                Sql.instant(row, "paused_until"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    boolean isPaused(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
