package io.groundswell.payout;

import io.groundswell.database.Edge;
import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a creator is paid by a structure.
 *
 * @param endsOn its last day, or null
 * @param accruedThrough the last day for which all is made that is due, up to which nothing waits; null before the first
 */
public record Assignment(
        UUID id,
        UUID structureId,
        UUID creatorId,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate accruedThrough,
        Instant createdAt) {
    static Assignment of(ResultSet row) throws SQLException {
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getObject("structure_id", UUID.class),
                row.getObject("creator_id", UUID.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("accrued_through", LocalDate.class),
                Sql.instant(row, "created_at"));
    }

    /** Whether nothing is made any more for days of it. */
    boolean isOver() {
        return endsOn != null && accruedThrough != null && !accruedThrough.isBefore(endsOn);
    }

    /** Its last day, or this one where that is earlier. */
    LocalDate through(LocalDate day) {
        return endsOn == null || day.isBefore(endsOn) ? day : endsOn;
    }

    public Edge edge() {
        return new Edge(createdAt, id);
    }
}
