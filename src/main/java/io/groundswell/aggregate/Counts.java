package io.groundswell.aggregate;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Where the counters of a video stand, or of several together; null where it is not known of any. */
public record Counts(Long views, Long likes, Long comments, Long shares, Long saves) {
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    static Counts of(ResultSet row) throws SQLException {
        return new Counts(
                number(row, "views"),
                number(row, "likes"),
                number(row, "comments"),
                number(row, "shares"),
                number(row, "saves"));
    }

    /** What is more than there are numbers for is the largest of them, as it is in figures over time. */
    static Long number(ResultSet row, String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? null : (Long) number.min(MOST).longValue();
    }
}
