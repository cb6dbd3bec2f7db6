package io.groundswell.goal;

import io.groundswell.account.OrganizationService;
import io.groundswell.series.PeriodFigures;
import io.groundswell.series.Span;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How far creators came, in what goals count. */
@ApplicationScoped
public class Actuals {
    private final OrganizationService organizations;
    private final PeriodFigures figures;

    Actuals(OrganizationService organizations, PeriodFigures figures) {
        this.organizations = organizations;
        this.figures = figures;
    }

    /** What is measured of creators of an owner. */
    record Measure(Owner owner, GoalType type, Period period) {}

    /** Of each measure with its creators. */
    Map<Measure, Map<UUID, BigDecimal>> of(Map<Measure, Set<UUID>> wanted) {
        var measured = new HashMap<Measure, Map<UUID, BigDecimal>>();
        wanted.forEach((measure, creators) -> {
            var period = measure.period();
            measured.put(measure, of(measure.owner(), measure.type(), creators, period.start(), period.end()));
        });
        return measured;
    }

    /**
     * Of each creator, also of those of whom nothing is known: that is 0. One statement tells of all of them.
     *
     * @param creators of this owner
     * @param from a day in the organization's zone
     * @param to the day after the last one
     */
    @Transactional
    public Map<UUID, BigDecimal> of(
            Owner owner, GoalType type, Collection<UUID> creators, LocalDate from, LocalDate to) {
        if (creators.isEmpty()) {
            return Map.of();
        }
        var days = new Span(from, to.minusDays(1));
        var zone = organizations.zone(owner);
        return switch (type) {
            case POSTS -> figures.posts(zone, creators, days);
            case VIEWS -> figures.views(owner, zone, creators, days);
            case ENGAGEMENT -> figures.engagementRates(owner, zone, creators, days);
            case FOLLOWERS -> figures.followers(owner, zone, creators, days);
        };
    }
}
