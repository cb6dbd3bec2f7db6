package io.groundswell.recording;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The counters that are kept of videos and creators. */
final class Kept {
    /** In the order of the bits that say which of them a snapshot told. */
    static final List<Counter> ALL =
            List.of(Counter.VIEWS, Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.SAVES, Counter.FOLLOWERS);

    /** Columns, by what follows the name of the counter. */
    private static final Map<String, List<String>> COLUMNS =
            Stream.of("", "_level", "_change").collect(Collectors.toMap(suffix -> suffix, Kept::columns));

    private static final Set<Counter> OF_CREATORS = Set.of(Counter.FOLLOWERS);

    private Kept() {}

    private static List<String> columns(String suffix) {
        return ALL.stream().map(counter -> counter.column() + suffix).toList();
    }

    static Set<Counter> of(Subject.Kind kind) {
        return kind == Subject.Kind.CREATOR ? OF_CREATORS : Counter.ofVideos();
    }

    static long bits(Counters told) {
        var bits = 0L;
        for (var index = 0; index < ALL.size(); index++) {
            if (told.get(ALL.get(index)) != null) {
                bits |= 1L << index;
            }
        }
        return bits;
    }

    /** @param suffix of the columns' names */
    static Counters read(ResultSet row, String suffix) throws SQLException {
        return read(row, suffix, (1L << ALL.size()) - 1);
    }

    /** @param bits of the counters that are wanted */
    static Counters read(ResultSet row, String suffix, long bits) throws SQLException {
        var values = new EnumMap<Counter, Long>(Counter.class);
        var columns = COLUMNS.get(suffix);
        for (var index = 0; index < ALL.size(); index++) {
            if ((bits & 1L << index) != 0) {
                var value = row.getLong(columns.get(index));
                if (!row.wasNull()) {
                    values.put(ALL.get(index), value);
                }
            }
        }
        return new Counters(values);
    }
}
