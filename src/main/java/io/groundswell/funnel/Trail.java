package io.groundswell.funnel;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What one entity did: the event with which it enters, and all events of later steps in their order, also those before it. Times are in
 * microseconds.
 *
 * @param seq the number of the event that enters
 * @param value of the breakdown; may be null
 * @param marks which step's event each of the others is, and which steps' filters do not hold for it
 */
record Trail(long at, long seq, String value, Long[] ats, Long[] seqs, Integer[] marks) {
    private static final int REFUSED = 8;
    private static final int EVENT = (1 << REFUSED) - 1;

    static Trail of(ResultSet row) throws SQLException {
        var ats = row.getArray("ats");
        return ats == null
                ? new Trail(row, new Long[0], new Long[0], new Integer[0])
                : new Trail(
                        row,
                        (Long[]) ats.getArray(),
                        (Long[]) row.getArray("seqs").getArray(),
                        (Integer[]) row.getArray("marks").getArray());
    }

    private Trail(ResultSet row, Long[] ats, Long[] seqs, Integer[] marks) throws SQLException {
        this(row.getLong("at"), row.getLong("seq"), row.getString("value"), ats, seqs, marks);
    }

    int length() {
        return ats.length;
    }

    /** Of those at the same time, the one that arrived later is later. */
    boolean isAfterEntering(int event) {
        return ats[event] > at || ats[event] == at && seqs[event] > seq;
    }

    /** @param place of the step's event among those of later steps, from 1 */
    boolean takes(int step, int place, int event) {
        return (marks[event] & EVENT) == place && (marks[event] >> REFUSED & 1 << step) == 0;
    }
}
