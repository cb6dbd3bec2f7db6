package io.groundswell.rollup;

import io.groundswell.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How far the figures of a site go.
 *
 * @param seq of the last event that is in them
 * @param sessionsBefore the start of the first session that is not; null before any is
 * @param last event of the site
 */
record Position(long seq, Instant sessionsBefore, long last) {
    static Position of(ResultSet row) throws SQLException {
        return new Position(row.getLong("seq"), Sql.instant(row, "sessions_before"), row.getLong("total_events"));
    }

    /** Where sessions have to be counted one by one. */
    Instant openFrom(Instant start) {
        return sessionsBefore == null || sessionsBefore.isBefore(start) ? start : sessionsBefore;
    }
}
