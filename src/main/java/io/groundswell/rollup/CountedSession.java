package io.groundswell.rollup;

import io.groundswell.rollup.SessionFigures.By;
import io.groundswell.rollup.SessionFigures.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * A session as far as figures tell of it, to be put to them or taken from them.
 *
 * @param tally of this one alone; below zero when it is taken out
 * @param userKey null for nobody who is known
 * @param number the user's, when it is taken out
 */
record CountedSession(LocalDate day, Map<By, String> values, Tally tally, Long userKey, Integer number) {
    static CountedSession of(ResultSet row) throws SQLException {
        var values = new EnumMap<By, String>(By.class);
        values.put(By.ENTRY_PAGE, row.getString("entry_page"));
        values.put(By.EXIT_PAGE, row.getString("exit_page"));
        values.put(By.LENGTH, row.getString("length"));
        values.values().removeIf(value -> value == null);
        var sign = row.getInt("sign");
        return new CountedSession(
                row.getObject("day", LocalDate.class),
                values,
                new Tally(
                        sign,
                        row.getLong("interactive") == 0 ? sign : 0,
                        sign * row.getLong("duration"),
                        sign * row.getLong("events")),
                row.getObject("user_key", Long.class),
                row.getObject("number", Integer.class));
    }

    boolean isTakenOut() {
        return tally.sessions() < 0;
    }
}
