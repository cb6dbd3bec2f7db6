package io.groundswell.performance.v1;

import io.groundswell.metric.Counter;
import io.groundswell.performance.MissionSummary;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;

/**
 * What a mission's posts came to, as callers see it. Registered: missions hold it as an object of any type, which the native
 * build cannot see through.
 */
@RegisterForReflection
public record MissionSummaryView(
        long postsPublished,
        long postsScheduled,
        long totalImpressions,
        long totalEngagements,
        double engagementRate,
        long linkClicks,
        @Nullable String bestPerformingDay,
        @Nullable String bestPerformingTime) {
    public static MissionSummaryView of(MissionSummary summary) {
        var figures = summary.figures();
        return new MissionSummaryView(
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
