package io.groundswell.payout;

import io.groundswell.database.Edge;
import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What creators of a programme are paid for.
 *
 * @param newest what it says now, or from its day on
 */
public record Structure(
        UUID id, UUID programId, StructureDetails details, Version newest, Instant createdAt, Instant updatedAt) {
    static Structure of(ResultSet row) throws SQLException {
        return new Structure(
                row.getObject("id", UUID.class),
                row.getObject("program_id", UUID.class),
                new StructureDetails(row.getString("name"), row.getString("metadata"), row.getString("readme")),
                Structures.version(row),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    public Edge edge() {
        return new Edge(createdAt, id);
    }
}
