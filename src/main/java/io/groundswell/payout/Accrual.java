package io.groundswell.payout;

import io.groundswell.database.Edge;
import io.groundswell.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a creator is owed for some days, or for a video.
 *
 * @param videoId null where no single video matters
 * @param endsOn its last day
 * @param quantity what was measured
 * @param paymentId that paid it, or null
 */
public record Accrual(
        UUID id,
        UUID programId,
        UUID structureId,
        int version,
        UUID assignmentId,
        UUID creatorId,
        UUID videoId,
        RuleKind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        BigDecimal quantity,
        long calculatedCents,
        long adjustmentCents,
        AccrualStatus status,
        UUID paymentId,
        String readme,
        Instant createdAt,
        Instant updatedAt) {
    static Accrual of(ResultSet row) throws SQLException {
        return new Accrual(
                row.getObject("id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getObject("structure_id", UUID.class),
                row.getInt("version"),
                row.getObject("assignment_id", UUID.class),
                row.getObject("creator_id", UUID.class),
                row.getObject("video_id", UUID.class),
                RuleKind.valueOf(row.getString("kind")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("quantity"),
                row.getLong("calculated_cents"),
                row.getLong("adjustment_cents"),
                AccrualStatus.valueOf(row.getString("status")),
                row.getObject("payment_id", UUID.class),
                row.getString("readme"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    /** The days that it is for. */
    Part part(Version version) {
        var period = version.rule().period();
        return new Part(version, period == null ? null : period.holding(startsOn), startsOn, endsOn.plusDays(1));
    }

    /** What is to be paid. */
    public long amountCents() {
        return calculatedCents + adjustmentCents;
    }

    public Edge edge() {
        return new Edge(createdAt, id);
    }
}
