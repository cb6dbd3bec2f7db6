package io.groundswell.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * An event that is not in the figures yet.
 *
 * @param hour since 1970
 * @param userKey null for nobody who is known
 * @param number the user's; null when they have none yet
 * @param value of the dimension that is asked about; may be null
 */
record ToldEvent(long hour, String name, Long userKey, Integer number, String value) {
    private static final int HOURS = 24;
    private static final int SECONDS = 3_600;

    static ToldEvent of(ResultSet row) throws SQLException {
        return new ToldEvent(
                row.getLong("hour"),
                row.getString("name"),
                row.getObject("user_key", Long.class),
                row.getObject("number", Integer.class),
                row.getString("value"));
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS));
    }

    LocalDateTime begin() {
        return LocalDateTime.ofEpochSecond(hour * SECONDS, 0, ZoneOffset.UTC);
    }

    /** @param event that is counted; null for all */
    boolean is(String event) {
        return event == null || event.equals(name);
    }
}
