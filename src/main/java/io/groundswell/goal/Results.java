package io.groundswell.goal;

import io.groundswell.goal.Compliance.Result;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Measures and judges many goals at once: a statement for each type and period among them, whoever's they are. */
@ApplicationScoped
class Results {
    private final Actuals actuals;
    private final ComplianceStore store;

    Results(Actuals actuals, ComplianceStore store) {
        this.actuals = actuals;
        this.store = store;
    }

    private record Measure(GoalType type, GoalPeriod period) {
        static Measure of(Goal goal) {
            return new Measure(goal.aim().type(), goal.aim().period());
        }
    }

    /** By creator, in the order of the goals. */
    Map<UUID, List<Result>> of(Owner owner, List<Goal> goals, LocalDate date, ZoneId zone, Instant now) {
        var measured = measure(owner, goals, date);
        var updates =
                store.lastUpdates(Set.copyOf(goals.stream().map(Goal::creatorId).toList()));
        var results = new HashMap<UUID, List<Result>>();
        for (var goal : goals) {
            var creator = goal.creatorId();
            results.computeIfAbsent(creator, any -> new ArrayList<>())
                    .add(result(
                            goal,
                            measured.get(Measure.of(goal)).get(creator),
                            goal.aim().period().holding(date),
                            updates.get(creator),
                            zone,
                            now));
        }
        return results;
    }

    private Map<Measure, Map<UUID, BigDecimal>> measure(Owner owner, List<Goal> goals, LocalDate date) {
        var wanted = new HashMap<Measure, Set<UUID>>();
        goals.forEach(goal ->
                wanted.computeIfAbsent(Measure.of(goal), any -> new HashSet<>()).add(goal.creatorId()));
        var measured = new HashMap<Measure, Map<UUID, BigDecimal>>();
        wanted.forEach((measure, creators) -> {
            var period = measure.period().holding(date);
            measured.put(measure, actuals.of(owner, measure.type(), creators, period.start(), period.end()));
        });
        return measured;
    }

    private static Result result(
            Goal goal, BigDecimal actual, Period period, Instant lastUpdate, ZoneId zone, Instant now) {
        var pace = new Pace(period.startsAt(zone), period.endsAt(zone));
        return new Result(
                goal,
                actual,
                period,
                pace.status(actual, goal.aim().target(), now),
                Advisory.of(pace.start(), pace.end(), lastUpdate, now));
    }
}
