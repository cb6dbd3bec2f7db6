package io.groundswell.source;

import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.shared.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.UUID;

/**
 * A video whose counters are to be read, under a claim.
 *
 * @param claim null where nothing is to be done
 * @param creatorId null when nobody knows whose it is
 * @param handle null when its address does not tell either
 * @param level where its counters stand
 * @param doubted whether they were last told as so low that it was not believed
 */
record WatchedVideo(
        KnownVideo video,
        String claim,
        Owner owner,
        UUID programId,
        UUID creatorId,
        String handle,
        int failures,
        Counters level,
        boolean doubted) {

    static WatchedVideo of(ResultSet row) throws SQLException {
        return new WatchedVideo(
                new KnownVideo(
                        row.getObject("video_id", UUID.class),
                        row.getString("platform_id"),
                        Sql.instant(row, "posted_at")),
                row.getString("claim"),
                Sql.owner(row),
                row.getObject("program_id", UUID.class),
                row.getObject("creator_id", UUID.class),
                row.getString("handle"),
                row.getInt("failures"),
                level(row),
                row.getBoolean("doubted"));
    }

    private static Counters level(ResultSet row) throws SQLException {
        var level = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.ofVideos()) {
            var value = row.getObject(counter.column(), Long.class);
            if (value != null) {
                level.put(counter, value);
            }
        }
        return new Counters(level);
    }
}
