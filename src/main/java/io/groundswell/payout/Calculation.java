package io.groundswell.payout;

import io.groundswell.account.OrganizationService;
import io.groundswell.goal.Actuals;
import io.groundswell.series.PeriodFigures;
import io.groundswell.series.Span;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** What is owed by the snapshots that there are now: with the same ones it is always the same. */
@ApplicationScoped
class Calculation {
    private final Actuals actuals;
    private final PeriodFigures figures;
    private final OrganizationService organizations;

    Calculation(Actuals actuals, PeriodFigures figures, OrganizationService organizations) {
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
}
