package io.groundswell.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which events of a site are in segments that have columns, and which are not. */
final class Cover {
    /** That are read by columns at most. */
    private static final long MOST_EVENTS = 50_000_000;
    /** That are read one by one beside them at most: more are counted by the database, which can do so on disk. */
    private static final long MOST_REST = 200_000;

    private static final int MOST_RANGES = 50;

    private final List<SeqRange> rest = new ArrayList<>();
    private final long last;
    private long covered;
    private long uncovered;

    /** @param last event of the site */
    Cover(long last) {
        this.last = last;
    }

    /** @return whether to go on */
    boolean add(ResultSet row) throws SQLException {
        if (rest.isEmpty()) {
            leave(new SeqRange(row.getLong("segmented") + 1, last));
        }
        var range = new SeqRange(row.getLong("first_seq"), row.getLong("last_seq"));
        if (row.getBoolean("is_dropped")) {
            leave(range);
        } else if (range.last() > 0) {
            covered += range.events();
        }
        return hasRoom();
    }

    /** To rows. */
    void leave(SeqRange range) {
        rest.add(range);
        uncovered += range.events();
    }

    private boolean hasRoom() {
        return covered <= MOST_EVENTS && uncovered <= MOST_REST && rest.size() <= MOST_RANGES;
    }

    /** Whether segments tell some of it, and not too much is left. */
    boolean isWorthIt() {
        return covered > 0 && hasRoom();
    }

    Rest rest() {
        return new Rest(rest);
    }
}
