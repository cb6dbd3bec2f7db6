package io.groundswell.source;

import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A creator that is to be looked up, under a claim.
 *
 * @param claim null where nothing is to be done
 * @param from the day from which on it is tracked
 * @param doubted whether its followers were last told as so few that it was not believed
 * @param followers how many there are, null when nobody knows
 * @param toldName as the source last told it, like the next two; null before
 * @param cursor where looking for videos goes on, and with which source, null at the beginning
 * @param discoveredFrom the day from which on all videos were once found, or null
 */
record WatchedCreator(
        UUID id,
        String claim,
        Owner owner,
        UUID programId,
        String handle,
        LocalDate from,
        Instant profileDueAt,
        Instant discoverDueAt,
        int failures,
        int absences,
        boolean doubted,
        Long followers,
        String toldName,
        String avatarUrl,
        String bio,
        String cursor,
        int pages,
        LocalDate discoveredFrom) {

    static WatchedCreator of(ResultSet row) throws SQLException {
        return new WatchedCreator(
                row.getObject("creator_id", UUID.class),
                row.getString("claim"),
                Sql.owner(row),
                row.getObject("program_id", UUID.class),
                row.getString("handle"),
                row.getObject("tracking_start_date", LocalDate.class),
                Sql.instant(row, "profile_due_at"),
                Sql.instant(row, "discover_due_at"),
                row.getInt("failures"),
                row.getInt("absences"),
                row.getBoolean("doubted"),
                row.getObject("followers", Long.class),
                row.getString("told_name"),
                row.getString("avatar_url"),
                row.getString("bio"),
                row.getString("cursor"),
                row.getInt("pages"),
                row.getObject("discovered_from", LocalDate.class));
    }

    /** Whether all that is old was found before, so that what is new comes first. */
    boolean knowsThePast() {
        return discoveredFrom != null && !discoveredFrom.isAfter(from);
    }
}
