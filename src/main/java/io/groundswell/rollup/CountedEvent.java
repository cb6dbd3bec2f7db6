package io.groundswell.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;

/**
 * An event as far as figures tell of it.
 *
 * @param at in UTC
 * @param userKey null for nobody who is known
 * @param values those that it has
 */
record CountedEvent(LocalDateTime at, Long userKey, Map<Dimension, String> values) {
    static CountedEvent of(ResultSet row) throws SQLException {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            var value = row.getString(dimension.toString());
            if (value != null) {
                values.put(dimension, value);
            }
        }
        return new CountedEvent(
                row.getObject("at", LocalDateTime.class), row.getObject("user_key", Long.class), values);
    }

    String name() {
        return values.get(Dimension.EVENT);
    }
}
