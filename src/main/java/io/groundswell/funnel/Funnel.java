package io.groundswell.funnel;

import io.agroal.api.AgroalDataSource;
import io.groundswell.query.Bound;
import io.groundswell.rollup.EventFigures;
import io.groundswell.rollup.SessionFigures;
import io.groundswell.rollup.Users;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

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

    /** Some of them can have very many events. */
    private static final int AHEAD = 200;

    private final AgroalDataSource database;
    private final EventFigures events;
    private final SessionFigures sessions;

    Funnel(AgroalDataSource database, EventFigures events, SessionFigures sessions) {
        this.database = database;
        this.events = events;
        this.sessions = sessions;
    }

    /** @param waited until they took the next step, those who did, all together in milliseconds */
    public record Reached(long entities, long waited) {}

    /** @param value of the breakdown; null for those whose first event has none */
    public record Part(String value, List<Reached> steps) {}

    public record Answer(List<Reached> steps, List<Part> parts) {}

    public Answer of(AskedSite site, Asked asked) {
        var later = asked.steps().stream().skip(1).map(Step::event).distinct().toList();
        var values = asked.days().of(site);
        values.put("first", asked.steps().get(0).event());
        values.put("most", MOST_ENTITIES);
        var share = share(site, asked);
        var walk = walk(asked, later, values, share);
        while (walk.entered() < MOST_ENTITIES && !share.isAll()) {
            share = share.larger(MOST_ENTITIES, walk.entered());
            walk = walk(asked, later, values, share);
        }
        return walk.answer(asked.mostValues());
    }

    /** Those who are not wanted need not be sorted. */
    private Share share(AskedSite site, Asked asked) {
        if (asked.isInIndex()) {
            return Share.ALL;
        }
        var all = asked.countBy() == Entity.SESSION_ID
                ? sessions.totals(site, asked.days()).tally().sessions()
                : users(site, asked);
        return Share.of(MOST_ENTITIES, all);
    }

    private long users(AskedSite site, Asked asked) {
        var users = new Users();
        events.days(site, asked.days(), asked.steps().get(0).event()).forEach(day -> users.add(day.users()));
        return users.count();
    }

    private Walk walk(Asked asked, List<String> later, Map<String, Object> values, Share share) {
        values.put("bound", share.bound());
        var bound = new Bound(values);
        var sql = new Statement(asked, later, bound).sql();
        var walk = new Walk(asked.steps(), later, asked.window());
        sql.read(database, bound.values(), AHEAD, row -> {
            walk.follow(Trail.of(row));
            return true;
        });
        return walk;
    }
}
