package io.groundswell.aggregate;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where the counters of a video stand, or of several together; null where it is not known of any. */
public record Counts(Long views, Long likes, Long comments, Long shares, Long saves) {
    static Counts of(ResultSet row) throws SQLException {
        return new Counts(
                row.getObject("views", Long.class),
                row.getObject("likes", Long.class),
                row.getObject("comments", Long.class),
                row.getObject("shares", Long.class),
                row.getObject("saves", Long.class));
    }
}
