package io.groundswell.performance;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.mission.Kpi;
import io.groundswell.mission.Mission;
import io.groundswell.performance.Measurements.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps which parts of its targets a mission has reached, and tells of each the first time. Called in a transaction. */
@ApplicationScoped
class ReachedTargets {
    private static final List<Integer> PERCENTS = List.of(25, 50, 75, 100);
    private static final Sql REACH = Sql.file(ReachedTargets.class, "reach.sql");

    private final Measurements measurements;
    private final AgroalDataSource database;
    private final Event<KpiMilestone> milestones;

    ReachedTargets(Measurements measurements, AgroalDataSource database, Event<KpiMilestone> milestones) {
        this.measurements = measurements;
        this.database = database;
        this.milestones = milestones;
    }

    /** What makes a milestone another one. Not the target: one that is moved does not bring back what was reached. */
    private record Part(String metric, String platform, int percent) {}

    /** @param held stays as it is until the transaction ends */
    void keep(Mission held, Instant at) {
        var reached = reached(held);
        if (reached.isEmpty()) {
            return;
        }
        var values = Sql.owned(held.owner());
        values.put("mission", held.id());
        values.put("at", at);
        values.put("metrics", reached.keySet().stream().map(Part::metric).toList());
        values.put("platforms", reached.keySet().stream().map(Part::platform).toList());
        values.put("percents", reached.keySet().stream().map(Part::percent).toList());
        REACH.list(
                        database,
                        values,
                        row -> new Part(row.getString("metric"), row.getString("platform"), row.getInt("percent")))
                .forEach(part -> milestones.fire(
                        new KpiMilestone(held.owner(), held.id(), reached.get(part), part.percent(), at)));
    }

    private Map<Part, Kpi> reached(Mission mission) {
        var totals = measurements.uncounted(mission.owner(), mission.id());
        var reached = new LinkedHashMap<Part, Kpi>();
        for (var kpi : mission.kpis()) {
            var figures = totals.stream()
                    .filter(total -> kpi.covers(total.platform()))
                    .map(Total::figures)
                    .reduce(Figures.NONE, Figures::plus);
            for (var percent : PERCENTS) {
                if (isReached(kpi, percent, figures)) {
                    reached.putIfAbsent(new Part(kpi.metric().name(), kpi.platform(), percent), kpi);
                }
            }
        }
        return reached;
    }

    static boolean isReached(Kpi kpi, int percent, Figures figures) {
        // A rate is not reached because one of three people liked a post.
        var isTold =
                kpi.metric() != Kpi.Metric.ENGAGEMENT_RATE || figures.impressions() >= Measurements.LEAST_IMPRESSIONS;
        // In decimals, as people write targets: half of 4.1 is exactly 2.05.
        var value = BigDecimal.valueOf(KpiProgress.value(kpi, figures));
        var part = kpi.target().multiply(BigDecimal.valueOf(percent, 2));
        return isTold && value.compareTo(part) >= 0;
    }
}
