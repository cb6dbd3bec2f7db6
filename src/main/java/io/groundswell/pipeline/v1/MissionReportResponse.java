package io.groundswell.pipeline.v1;

import io.groundswell.mission.MissionStatus;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.MissionReport;
import io.groundswell.performance.v1.MissionSummaryView;
import io.groundswell.performance.v1.PeriodView;
import io.groundswell.pipeline.LearnedInsight;
import jakarta.annotation.Nullable;
import java.util.List;

/** A mission's report as callers see it; {@code period} is null while the mission has not started. */
record MissionReportResponse(
        String missionId,
        String missionName,
        @Nullable PeriodView period,
        MissionStatus status,
        int progressPercent,
        MissionSummaryView summary,
        List<StatusResponse.KpiView> kpiProgress,
        ContentPerformance contentPerformance,
        List<InsightView> optimizationInsights) {

    record ContentPerformance(List<OfPillar> byPillar, List<OfType> byType) {}

    record OfPillar(String pillar, long posts, double avgEngagementRate, long totalImpressions) {
        static OfPillar of(Group group) {
            var some = group.figured();
            return new OfPillar(group.name(), some.posts(), some.rate(), some.impressions());
        }
    }

    record OfType(String type, long posts, double avgEngagementRate, long totalImpressions) {
        static OfType of(Group group) {
            var some = group.figured();
            return new OfType(group.name(), some.posts(), some.rate(), some.impressions());
        }
    }

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
                mission.status(),
                report.progressPercent(),
                MissionSummaryView.of(report.summary()),
                report.kpis().stream().map(StatusResponse.KpiView::of).toList(),
                new ContentPerformance(
                        report.byPillar().stream().map(OfPillar::of).toList(),
                        report.byType().stream().map(OfType::of).toList()),
                insights.stream().map(InsightView::of).toList());
    }
}
