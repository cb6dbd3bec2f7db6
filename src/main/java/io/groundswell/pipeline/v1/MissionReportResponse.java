package io.groundswell.pipeline.v1;

import io.groundswell.metric.Counter;
import io.groundswell.performance.MissionReport;
import io.groundswell.performance.MissionSummary;
import io.groundswell.performance.v1.PeriodView;
import io.groundswell.pipeline.LearnedInsight;
import java.util.List;

/** A mission's report as callers see it; {@code period} is null while the mission has not started. */
record MissionReportResponse(
        String missionId,
        String missionName,
        PeriodView period,
        String status,
        int progressPercent,
        Summary summary,
        List<StatusResponse.KpiView> kpiProgress,
        ContentPerformance contentPerformance,
        List<InsightView> optimizationInsights) {

    record Summary(
            long postsPublished,
            long postsScheduled,
            long totalImpressions,
            long totalEngagements,
            double engagementRate,
            long linkClicks,
            String bestPerformingDay,
            String bestPerformingTime) {
        static Summary of(MissionSummary summary) {
            var figures = summary.figures();
            return new Summary(
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

    record ContentPerformance(List<OfPillar> byPillar, List<OfType> byType) {}

    record OfPillar(String pillar, long posts, double avgEngagementRate, long totalImpressions) {}

    record OfType(String type, long posts, double avgEngagementRate, long totalImpressions) {}

    /** The same text under two names: documents of this contract disagree about which it is. */
    record InsightView(String type, String insight, String finding, double confidence, String actionTaken) {
        static InsightView of(LearnedInsight learned) {
            return new InsightView(
                    learned.type(), learned.finding(), learned.finding(), learned.confidence(), learned.actionTaken());
        }
    }

    static MissionReportResponse of(MissionReport report, List<LearnedInsight> insights) {
        var mission = report.mission();
        return new MissionReportResponse(
                mission.id(),
                mission.name(),
                report.period() == null ? null : PeriodView.of(report.period()),
                mission.status().toString(),
                report.progressPercent(),
                Summary.of(report.summary()),
                report.kpis().stream().map(StatusResponse.KpiView::of).toList(),
                new ContentPerformance(
                        report.byPillar().stream()
                                .map(kind -> new OfPillar(
                                        kind.name(), kind.posts(), kind.engagementRate(), kind.impressions()))
                                .toList(),
                        report.byType().stream()
                                .map(kind -> new OfType(
                                        kind.name(), kind.posts(), kind.engagementRate(), kind.impressions()))
                                .toList()),
                insights.stream().map(InsightView::of).toList());
    }
}
