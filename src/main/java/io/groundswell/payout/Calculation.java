package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.goal.Actuals;
import io.groundswell.goal.GoalType;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is owed by the snapshots that there are now: with the same ones it is always the same. */
@ApplicationScoped
class Calculation {
    static final int AT_ONCE = 1_000;

    private static final Sql PASSED = Sql.file(Calculation.class, "passed.sql");

    private final AgroalDataSource database;
    private final Actuals actuals;

    Calculation(AgroalDataSource database, Actuals actuals) {
        this.database = database;
        this.actuals = actuals;
    }

    /** For a part of a period. */
    Owed of(Owner owner, UUID creatorId, Part part) {
        var rule = part.version().rule();
        return switch (rule.kind()) {
            case RECURRING -> new Owed(BigDecimal.valueOf(part.days()), part.share(rule.amountCents()));
            case GOALS -> {
                var actual = of(owner, creatorId, rule.goalType(), part.from(), part.to());
                yield new Owed(actual, part.meets(actual) ? part.share(rule.amountCents()) : 0);
            }
            case CPM -> {
                var before = of(owner, creatorId, GoalType.VIEWS, part.period().start(), part.from());
                var within = of(owner, creatorId, GoalType.VIEWS, part.from(), part.to());
                yield new Owed(within, part.forViews(before, within));
            }
            case VIEW_THRESHOLD -> throw new IllegalArgumentException("Videos are looked at one by one");
        };
    }

    private BigDecimal of(Owner owner, UUID creatorId, GoalType type, LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? actuals.of(owner, type, Set.of(creatorId), from, to).get(creatorId)
                : BigDecimal.ZERO;
    }

    /** A video that passed so many views on a day. */
    record Passed(UUID videoId, LocalDate day, long views) {
        Owed owed(Rule rule) {
            return new Owed(BigDecimal.valueOf(views), rule.amountCents());
        }
    }

    /**
     * In the order of days and videos, so many at once.
     *
     * @param last the one after which to go on, or null
     */
    List<Passed> passed(UUID creatorId, Part part, Passed last) {
        return passed(creatorId, null, part.version().rule(), last == null ? part.from() : last.day(), part.to(), last);
    }

    /** For a video that passed so many views on one of these days, or did not after all. */
    Owed of(UUID creatorId, UUID videoId, Part part) {
        return passed(creatorId, videoId, part.version().rule(), part.from(), part.to(), null).stream()
                .findFirst()
                .map(passed -> passed.owed(part.version().rule()))
                .orElse(Owed.NOTHING);
    }

    private List<Passed> passed(UUID creatorId, UUID videoId, Rule rule, LocalDate from, LocalDate to, Passed last) {
        var values = new HashMap<String, Object>();
        values.put("creator", creatorId);
        values.put("video", videoId);
        values.put("views", rule.thresholdViews());
        values.put("from", from);
        values.put("to", to);
        values.put("after", last == null ? null : last.videoId());
        values.put("most", AT_ONCE);
        return PASSED.list(
                database,
                values,
                row -> new Passed(
                        row.getObject("id", UUID.class), row.getObject("day", LocalDate.class), row.getLong("views")));
    }
}
