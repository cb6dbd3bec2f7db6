package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Sql;
import io.groundswell.goal.Actuals;
import io.groundswell.series.PeriodFigures;
import io.groundswell.series.Span;
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
    private final PeriodFigures figures;
    private final OrganizationService organizations;

    Calculation(AgroalDataSource database, Actuals actuals, PeriodFigures figures, OrganizationService organizations) {
        this.database = database;
        this.actuals = actuals;
        this.figures = figures;
        this.organizations = organizations;
    }

    /** For a part of a period. */
    Owed of(Owner owner, UUID creatorId, Part part) {
        var rule = part.version().rule();
        return switch (rule.kind()) {
            case RECURRING -> new Owed(BigDecimal.valueOf(part.days()), part.share(rule.amountCents()));
            case GOALS -> {
                var actual = actuals.of(owner, rule.goalType(), Set.of(creatorId), part.from(), part.to())
                        .get(creatorId);
                yield new Owed(actual, part.meets(actual) ? part.share(rule.amountCents()) : 0);
            }
            case CPM -> {
                var before = views(owner, creatorId, part.period().start(), part.from());
                var within = views(owner, creatorId, part.from(), part.to());
                yield new Owed(within, part.forViews(before, within));
            }
            case VIEW_THRESHOLD -> throw new IllegalArgumentException("Videos are looked at one by one");
        };
    }

    /** As figures have them, which is less strict than goals: what a video brought is paid, also when it was switched off since. */
    private BigDecimal views(Owner owner, UUID creatorId, LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? figures.allViews(owner, organizations.zone(owner), Set.of(creatorId), new Span(from, to.minusDays(1)))
                        .get(creatorId)
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
