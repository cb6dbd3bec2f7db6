package io.groundswell.performance.v1;

import io.groundswell.mission.v1.MissionExpansion;
import io.groundswell.performance.Performance;
import io.groundswell.shared.Owner;
import io.groundswell.wire.openapi.Adds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a summary of their figures into missions that are asked for with {@code expand=analytics}. */
@ApplicationScoped
@Adds(field = "analytics", type = MissionSummaryView.class)
class AnalyticsOfMissions implements MissionExpansion {
    private final Performance performance;

    AnalyticsOfMissions(Performance performance) {
        this.performance = performance;
    }

    @Override
    public String name() {
        return "analytics";
    }

    @Override
    public String scope() {
        return "analytics:read";
    }

    @Override
    public Map<String, Object> expand(Owner owner, List<String> missionIds) {
        var expanded = new HashMap<String, Object>();
        performance
                .summaries(owner, missionIds)
                .forEach((id, summary) -> expanded.put(id, MissionSummaryView.of(summary)));
        return expanded;
    }
}
