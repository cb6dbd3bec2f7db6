package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counter;
import io.groundswell.metric.DaysChanged;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the days of missions and organizations, which are the sums of their posts' days. */
@ApplicationScoped
class DaysFollower {
    private static final Sql ADD = Sql.file(DaysFollower.class, "add-days.sql");

    private final AgroalDataSource database;

    DaysFollower(AgroalDataSource database) {
        this.database = database;
    }

    void changed(@Observes DaysChanged event) {
        var posts = event.changes().stream()
                .filter(change -> change.subject().kind() == Subject.Kind.CONTENT)
                .toList();
        if (!posts.isEmpty()) {
            var values = Sql.owned(event.owner());
            values.putAll(columns(posts));
            ADD.update(database, values);
        }
    }

    private static Map<String, List<Object>> columns(List<DaysChanged.Change> changes) {
        var columns = new HashMap<String, List<Object>>();
        for (var change : changes) {
            add(columns, "posts", change.subject().id());
            add(columns, "days", change.day());
            Counter.ofPosts()
                    .forEach(counter -> add(
                            columns, counter.column(), change.more().values().getOrDefault(counter, 0L)));
        }
        return columns;
    }

    private static void add(Map<String, List<Object>> columns, String name, Object value) {
        columns.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
}
