package io.groundswell.funnel;

import io.agroal.api.AgroalDataSource;
import io.groundswell.query.Bound;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Of those who take a first step, how many take the next ones, in order and in time. A step is taken with the earliest event
 * that fits and comes after the step before, in the order of time and arrival; whatever else happens does not matter.
 */
@ApplicationScoped
public class Funnel {
    public static final int FEWEST_STEPS = 2;
    public static final int MOST_STEPS = 8;
    /** Entities that are followed at most. */
    static final long MOST_ENTITIES = 10_000;

    private static final int AHEAD = 10_000;

    private final AgroalDataSource database;

    Funnel(AgroalDataSource database) {
        this.database = database;
    }

    /** @param waited until they took the next step, those who did, all together in milliseconds */
    public record Reached(long entities, long waited) {}

    /** @param value of the breakdown; null for those whose first event has none */
    public record Part(String value, List<Reached> steps) {}

    public record Answer(List<Reached> steps, List<Part> parts) {}

    public Answer of(AskedSite site, Asked asked) {
        var names = asked.steps().stream().map(Step::event).distinct().toList();
        var values = asked.days().of(site);
        values.put("first", names.get(0));
        values.put("names", names);
        values.put("window", asked.window().toMillis());
        values.put("most", MOST_ENTITIES);
        var bound = new Bound(values);
        var sql = new Statement(asked, bound).sql();
        var walk = new Walk(asked.steps());
        sql.read(database, bound.values(), AHEAD, row -> {
            walk.see(
                    row.getLong("entity"),
                    row.getLong("at"),
                    names.get(row.getInt("name") - 1),
                    row.getInt("refused"),
                    row.getString("value"));
            return true;
        });
        return walk.answer(asked.mostValues());
    }
}
