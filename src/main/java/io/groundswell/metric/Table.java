package io.groundswell.metric;

import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Parameters of a statement about many subjects: a list for each column, an element of it for each row. */
final class Table {
    private final Map<String, Object> values;

    Table(Owner owner) {
        values = Sql.owned(owner);
    }

    static Table of(Owner owner, Collection<Subject> subjects) {
        var table = new Table(owner);
        subjects.forEach(table::row);
        return table;
    }

    Table row(Subject subject) {
        return with("kinds", subject.kind()).with("subjects", subject.id());
    }

    /** @param suffix of the columns' names */
    Table with(Counters counters, String suffix) {
        for (var counter : Counter.values()) {
            with(counter.column() + suffix, counters.get(counter));
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    Table with(String column, Object value) {
        ((List<Object>) values.computeIfAbsent(column, any -> new ArrayList<>())).add(value);
        return this;
    }

    /** A value for the whole statement. */
    Table and(String name, Object value) {
        values.put(name, value);
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}
