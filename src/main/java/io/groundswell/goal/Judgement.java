package io.groundswell.goal;

import io.agroal.api.AgroalDataSource;
import io.groundswell.alert.AlertKind;
import io.groundswell.alert.AlertLog;
import io.groundswell.alert.Cause;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides about periods that have settled. */
@ApplicationScoped
class Judgement {
    private static final Sql CLAIM = Sql.file(Judgement.class, "claim-due.sql");
    private static final Sql ADVANCE = Sql.file(Judgement.class, "advance.sql");

    private final AgroalDataSource database;
    private final Actuals actuals;
    private final AlertLog log;

    Judgement(AgroalDataSource database, Actuals actuals, AlertLog log) {
        this.database = database;
        this.actuals = actuals;
        this.log = log;
    }

    private record Measure(Owner owner, GoalType type, Period period) {}

    /** The next goals that are due, up to so many; returns how many there were. Other instances pass over those that are held. */
    int pass(Instant now, int most) {
        var due = CLAIM.list(database, Map.of("now", now, "most", most), DueGoal::of);
        var wanted = new HashMap<Measure, Set<UUID>>();
        var settled = new ArrayList<DueGoal>();
        for (var goal : due) {
            if (isSettled(goal, now)) {
                settled.add(goal);
                wanted.computeIfAbsent(measure(goal, now), any -> new HashSet<>())
                        .add(goal.creatorId());
            }
        }
        var measured = new HashMap<Measure, Map<UUID, BigDecimal>>();
        wanted.forEach((one, creators) -> measured.put(
                one,
                actuals.of(
                        one.owner(),
                        one.type(),
                        creators,
                        one.period().start(),
                        one.period().end())));
        for (var goal : settled) {
            judge(goal, now, measured.get(measure(goal, now)).get(goal.creatorId()));
        }
        advance(due, now);
        return due.size();
    }

    private static Period period(DueGoal goal, Instant now) {
        return goal.period(LocalDate.ofInstant(now, goal.zone()));
    }

    private static Measure measure(DueGoal goal, Instant now) {
        return new Measure(goal.owner(), goal.aim().type(), period(goal, now));
    }

    /** The organization may have moved to another zone since its moment was worked out. */
    private static boolean isSettled(DueGoal goal, Instant now) {
        return !now.isBefore(settles(goal, period(goal, now)));
    }

    private static Instant settles(DueGoal goal, Period period) {
        return period.endsAt(goal.zone()).plus(Advisory.SETTLING);
    }

    private void judge(DueGoal goal, Instant now, BigDecimal actual) {
        if (goal.idle() || actual.compareTo(goal.aim().target()) >= 0) {
            return;
        }
        var period = period(goal, now);
        log.raise(
                goal.owner(),
                new Cause(
                        AlertKind.GOAL_MISSED,
                        goal.cause(period),
                        goal.programId(),
                        goal.creatorId(),
                        goal.title(actual, period),
                        goal.details(actual, period)));
    }

    private void advance(List<DueGoal> goals, Instant now) {
        var ids = new ArrayList<UUID>();
        var periods = new ArrayList<LocalDate>();
        var moments = new ArrayList<Instant>();
        for (var goal : goals) {
            var period = period(goal, now);
            var next = isSettled(goal, now) ? goal.aim().period().holding(period.end()) : period;
            ids.add(goal.id());
            periods.add(next.start());
            moments.add(settles(goal, next));
        }
        if (!ids.isEmpty()) {
            ADVANCE.update(database, Map.of("ids", ids, "periods", periods, "moments", moments));
        }
    }
}
