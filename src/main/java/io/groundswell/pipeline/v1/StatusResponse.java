package io.groundswell.pipeline.v1;

import io.groundswell.content.ContentCounts;
import io.groundswell.performance.KpiProgress;
import java.util.List;

/** The status object of a mission; {@code pipeline} is null until the mission is started. */
record StatusResponse(
        String missionId,
        String status,
        PipelineView pipeline,
        ContentCounts content,
        List<KpiView> kpiProgress,
        String nextPublishAt) {

    /** All but the target is null until a post that it is about is out. */
    record KpiView(
            String metric,
            String platform,
            double target,
            Number current,
            Long progressPercent,
            KpiProgress.Status status,
            KpiProgress.Trend trend,
            Number projectedFinal) {
        static KpiView of(KpiProgress progress) {
            var kpi = progress.kpi();
            return new KpiView(
                    kpi.metric().toString(),
                    kpi.platform(),
                    kpi.target(),
                    progress.current(),
                    progress.progressPercent(),
                    progress.status(),
                    progress.trend(),
                    progress.projectedFinal());
        }
    }
}
