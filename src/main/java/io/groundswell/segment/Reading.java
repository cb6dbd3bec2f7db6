package io.groundswell.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts segments to groups, one after the other, as their columns come; those that lack some are left to rows. */
final class Reading {
    private final Groups groups;
    private final Cover cover;
    private final List<String> properties;
    private final Map<String, Column> segment = new HashMap<>();
    private SeqRange range;
    private boolean isWhole;

    /** @param names of the columns that are looked at */
    Reading(Groups groups, Cover cover, Set<String> names) {
        this.groups = groups;
        this.cover = cover;
        this.properties = names.stream().filter(Columns::isProperty).toList();
    }

    /** @return whether to go on */
    boolean column(ResultSet row) throws SQLException {
        var next = new SeqRange(row.getLong("first_seq"), row.getLong("last_seq"));
        var goesOn = next.equals(range) || end();
        range = next;
        isWhole = row.getBoolean("whole");
        segment.put(row.getString("name"), Column.read(row.getBytes("stored")));
        return goesOn;
    }

    /** @return whether all of it could be told so far */
    boolean end() {
        if (range != null) {
            if (isWhole || segment.keySet().containsAll(properties)) {
                groups.add(segment);
            } else {
                cover.leave(range);
            }
            segment.clear();
        }
        return groups.hasRoom() && cover.isWorthIt();
    }
}
