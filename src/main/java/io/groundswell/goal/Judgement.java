package io.groundswell.goal;

import io.agroal.api.AgroalDataSource;
import io.groundswell.alert.AlertKind;
import io.groundswell.alert.AlertLog;
import io.groundswell.alert.Cause;
import io.groundswell.database.Sql;
import io.groundswell.goal.Actuals.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides about periods that have settled. */
@ApplicationScoped
class Judgement {
    private static final Sql CLAIM = Sql.file(Judgement.class, "claim-due.sql");
    private static final Sql ADVANCE = Sql.file(Judgement.class, "advance.sql");

    private static final Sql DUE = Sql.text("select id from goal where due_at <= :now order by due_at limit :most");
    private static final Sql POSTPONE =
            Sql.text("update goal set due_at = :then where id = cast(:id as uuid) and due_at <= :now");
    private static final Duration PAUSE = Duration.ofHours(1);

    private final AgroalDataSource database;
    private final Actuals actuals;
    private final AlertLog log;

    Judgement(AgroalDataSource database, Actuals actuals, AlertLog log) {
        this.database = database;
        this.actuals = actuals;
        this.log = log;
    }

    /** The next goals that are due, up to so many; returns how many there were. Other instances pass over those that are held. */
    int pass(Instant now, int most) {
        return judge(now, most, null);
    }

    /** The same of one goal, if it is still due. */
    int pass(Instant now, UUID goal) {
        return judge(now, 1, goal);
    }

    private int judge(Instant now, int most, UUID only) {
        var values = new HashMap<String, Object>(Map.of("now", now, "most", most));
        values.put("only", only);
        var due = CLAIM.list(database, values, DueGoal::of);
        var settled = due.stream().filter(goal -> isSettled(goal, now)).toList();
        var measured = actuals.of(settled.stream()
                .collect(Collectors.groupingBy(
                        goal -> measure(goal, now), Collectors.mapping(DueGoal::creatorId, Collectors.toSet()))));
        for (var goal : settled) {
            judge(goal, now, measured.get(measure(goal, now)).get(goal.creatorId()));
        }
        advance(due, now);
        return due.size();
    }

    List<UUID> due(Instant now, int most) {
        return DUE.list(database, Map.of("now", now, "most", most), row -> row.getObject("id", UUID.class));
    }

    int postpone(UUID goal, Instant now) {
        return POSTPONE.update(database, Map.of("id", goal.toString(), "now", now, "then", now.plus(PAUSE)));
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
