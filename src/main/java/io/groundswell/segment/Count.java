package io.groundswell.segment;

import io.groundswell.site.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be counted.
 *
 * @param conditions that must all hold
 * @param by columns that events are told apart by
 * @param users whether to count those, too
 * @param sessions the same
 */
public record Count(List<Condition> conditions, List<String> by, boolean users, boolean sessions) {

    Count during(Window days) {
        var all = new ArrayList<Condition>();
        all.add(new Condition(Columns.DAY, day -> {
            var date = LocalDate.parse(ColumnValue.shown(day));
            return !date.isBefore(days.from()) && date.isBefore(days.until());
        }));
        all.addAll(conditions);
        return new Count(all, by, users, sessions);
    }

    Set<String> columns() {
        var columns = new LinkedHashSet<>(by);
        conditions.forEach(condition -> columns.add(condition.column()));
        // Of all columns, the one that each segment has.
        columns.add(Columns.DAY);
        if (users) {
            columns.add(Columns.USER);
        }
        if (sessions) {
            columns.add(Columns.SESSION);
        }
        return columns;
    }
}
