package io.groundswell.segment;

import io.groundswell.database.JsonMembers;
import io.groundswell.event.HotProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A segment that is being made, of the rows of its events. */
final class NewSegment {
    /** Of properties. What has more of them, as one that is named after its value, is looked up in rows. */
    private static final int MOST_COLUMNS = 200;
    /** Of distinct values, so that a small server has room for them. */
    private static final int MOST_BYTES = 4_000_000;

    private final Map<String, NewColumn> columns = new HashMap<>();
    private int events;
    private int bytes;
    private long lastSeq;
    private boolean isWhole = true;
    private LocalDate firstDay = LocalDate.MAX;
    private LocalDate lastDay = LocalDate.MIN;

    /** @return whether there is room for another one */
    boolean add(ResultSet row) throws SQLException {
        lastSeq = row.getLong("seq");
        var day = row.getObject("day", LocalDate.class);
        firstDay = day.isBefore(firstDay) ? day : firstDay;
        lastDay = day.isAfter(lastDay) ? day : lastDay;
        putText(Columns.DAY, day.toString());
        putText(Columns.EVENT, row.getString("name"));
        putText(Columns.COUNTRY, row.getString("country"));
        put(Columns.USER, row.getString("number"));
        put(Columns.SESSION, row.getString("session_key"));
        for (var property : HotProperty.values()) {
            putText(Columns.property(property.toString()), row.getString(property.toString()));
        }
        JsonMembers.each(row.getString("properties"), this::putProperty);
        events++;
        return !isFull();
    }

    private void putProperty(String key, String value, boolean isText) {
        if (!Columns.isAsked(key)) {
            return;
        }
        var column = Columns.property(key);
        // Texts of the hot ones come from columns of rows, so that theirs is there, and has to have all.
        if (columns.size() < MOST_COLUMNS
                || columns.containsKey(column)
                || HotProperty.of(key).isPresent()) {
            put(column, isText ? ColumnValue.ofText(value) : value);
        } else {
            isWhole = false;
        }
    }

    private void putText(String column, String text) {
        put(column, text == null ? null : ColumnValue.ofText(text));
    }

    private void put(String column, String value) {
        if (value != null) {
            bytes += columns.computeIfAbsent(column, any -> new NewColumn()).put(events, value);
        }
    }

    boolean isFull() {
        return bytes >= MOST_BYTES;
    }

    boolean isEmpty() {
        return events == 0;
    }

    int events() {
        return events;
    }

    long lastSeq() {
        return lastSeq;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    boolean isWhole() {
        return isWhole;
    }

    List<String> names() {
        return new ArrayList<>(columns.keySet());
    }

    /** Of {@link #names}, in their order. */
    byte[][] stored() {
        return columns.values().stream().map(column -> column.stored(events)).toArray(byte[][]::new);
    }
}
