package io.groundswell.performance.v1;

import io.groundswell.metric.Counter;
import io.groundswell.mission.v1.MissionExpansion;
import io.groundswell.performance.MissionSummary;
import io.groundswell.performance.Performance;
import io.groundswell.shared.Owner;
import io.groundswell.wire.openapi.Adds;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a summary of their figures into missions that are asked for with {@code expand=analytics}. */
@ApplicationScoped
@Adds(field = "analytics", type = AnalyticsOfMissions.SummaryResponse.class)
class AnalyticsOfMissions implements MissionExpansion {
    private final Performance performance;

    AnalyticsOfMissions(Performance performance) {
        this.performance = performance;
    }

    /** Registered: missions hold it as an object of any type, which the native build cannot see through. */
    @RegisterForReflection
    record SummaryResponse(
            long postsPublished,
            long postsScheduled,
            long totalImpressions,
            long totalEngagements,
            double engagementRate,
            long linkClicks,
            @Nullable String bestPerformingDay,
            @Nullable String bestPerformingTime) {
        static SummaryResponse of(MissionSummary summary) {
            var figures = summary.figures();
            return new SummaryResponse(
                    summary.published(),
                    summary.scheduled(),
                    figures.impressions(),
                    figures.engagements(),
                    figures.engagementRate(),
                    figures.of(Counter.LINK_CLICKS),
                    summary.bestDay(),
                    summary.bestTime());
        }
    }

    @Override
    public String name() {
        return "analytics";
    }

    @Override
    public Map<String, Object> expand(Owner owner, List<String> missionIds) {
        var expanded = new HashMap<String, Object>();
        performance
                .summaries(owner, missionIds)
                .forEach((id, summary) -> expanded.put(id, SummaryResponse.of(summary)));
        return expanded;
    }
}
