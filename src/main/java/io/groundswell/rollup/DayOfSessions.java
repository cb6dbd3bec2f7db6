package io.groundswell.rollup;

import io.groundswell.rollup.SessionFigures.Day;
import io.groundswell.rollup.SessionFigures.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What sessions that start on a day come to, or a part of it.
 *
 * @param kept users who are in the figures
 * @param gone those among them who are not there any more
 * @param told users of sessions that are not in the figures
 */
record DayOfSessions(LocalDate date, Tally tally, Users kept, Users gone, Users told) {
    static DayOfSessions of(ResultSet row) throws SQLException {
        var isKept = row.getBoolean("kept");
        var users = Users.of(row);
        return new DayOfSessions(
                row.getObject("day", LocalDate.class),
                SessionFigures.tally(row),
                isKept ? users : new Users(),
                Users.ofNumbers(row.getArray("gone")),
                isKept ? new Users() : users);
    }

    DayOfSessions plus(DayOfSessions more) {
        kept.add(more.kept);
        gone.add(more.gone);
        told.add(more.told);
        return new DayOfSessions(date, tally.plus(more.tally), kept, gone, told);
    }

    Day day() {
        var users = new Users();
        users.add(kept);
        users.remove(gone);
        users.add(told);
        return new Day(date, users);
    }
}
