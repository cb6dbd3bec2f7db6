package io.groundswell.export;

import io.groundswell.database.Sql;
import io.groundswell.performance.Period;
import io.groundswell.shared.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * A file that somebody ordered, and what has become of it.
 *
 * @param failure null unless it failed
 * @param mailStatus null unless it is sent to somebody
 * @param attempts to get further that were in vain so far
 * @param expiresAt null until it is made
 */
public record Export(
        String id,
        Owner owner,
        ExportOrder order,
        ExportStatus status,
        Failure failure,
        Progress progress,
        MailStatus mailStatus,
        int attempts,
        Instant createdAt,
        Instant expiresAt) {
    static final String ID_PREFIX = "exp";

    /** How many rows are made in a second, on a slow machine. */
    private static final long PACE = 10_000;

    private static final Duration FOR_GETTING_AROUND_TO_IT = Duration.ofMinutes(1);

    static Export of(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        return new Export(
                row.getString("id"),
                Sql.owner(row),
                order(row),
                ExportStatus.valueOf(row.getString("status")),
                failure == null ? null : new Failure(failure, row.getString("failure_reason")),
                progress(row),
                row.getString("mail_status") == null ? null : MailStatus.valueOf(row.getString("mail_status")),
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"));
    }

    private static ExportOrder order(ResultSet row) throws SQLException {
        return new ExportOrder(
                ExportFormat.valueOf(row.getString("format")),
                texts(row, "sections").stream().map(Section::valueOf).toList(),
                texts(row, "mission_ids"),
                new Period(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                ZoneId.of(row.getString("zone")),
                row.getString("email_to"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var section = row.getString("section");
        return new Progress(
                section == null ? null : Section.valueOf(section),
                new Section.Key(row.getString("after_at"), row.getString("after_id")),
                row.getObject("rows_total", Long.class),
                row.getLong("rows_done"),
                row.getInt("chunks"),
                row.getLong("bytes"),
                row.getLong("stored_bytes"));
    }

    public boolean isOver(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /**
     * When it will be there if nothing comes in between.
     *
     * @param most rows that an export may have, for as long as they are not counted
     */
    public Instant expectedAt(Instant now, long most) {
        var total = progress.rowsTotal() == null ? most : progress.rowsTotal();
        return now.plus(FOR_GETTING_AROUND_TO_IT).plusSeconds(Math.max(0, total - progress.rows()) / PACE);
    }
}
