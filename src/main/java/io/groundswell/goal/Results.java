package io.groundswell.goal;

import io.groundswell.goal.Actuals.Measure;
import io.groundswell.goal.Compliance.Result;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Measures and judges many goals at once: a statement for each type and period among them, whoever's they are. */
@ApplicationScoped
class Results {
    private final Actuals actuals;
    private final ComplianceStore store;

    Results(Actuals actuals, ComplianceStore store) {
        this.actuals = actuals;
        this.store = store;
    }

    /** By creator, in the order of the goals. */
    Map<UUID, List<Result>> of(Owner owner, List<Goal> goals, LocalDate date, ZoneId zone, Instant now) {
        var measured = actuals.of(goals.stream()
                .collect(Collectors.groupingBy(
                        goal -> measure(owner, goal, date), Collectors.mapping(Goal::creatorId, Collectors.toSet()))));
        var updates = store.lastUpdates(goals.stream().map(Goal::creatorId).collect(Collectors.toSet()));
        var results = new HashMap<UUID, List<Result>>();
        for (var goal : goals) {
            var creator = goal.creatorId();
            var measure = measure(owner, goal, date);
            results.computeIfAbsent(creator, any -> new ArrayList<>())
                    .add(result(
                            goal,
                            measured.get(measure).get(creator),
                            measure.period(),
                            updates.get(creator),
                            zone,
                            now));
        }
        return results;
    }

    private static Measure measure(Owner owner, Goal goal, LocalDate date) {
        var aim = goal.aim();
        return new Measure(owner, aim.type(), aim.period().holding(date));
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
