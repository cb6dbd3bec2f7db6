package io.groundswell.pipeline.v1;

import io.groundswell.content.ContentCounts;
import io.groundswell.mission.Kpi;
import io.groundswell.mission.MissionStatus;
import io.groundswell.performance.KpiProgress;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;

/** The status object of a mission; {@code pipeline} is null until the mission is started. */
record StatusResponse(
        String missionId,
        MissionStatus status,
        @Nullable PipelineView pipeline,
        ContentCounts content,
        List<KpiView> kpiProgress,
        @Nullable String nextPublishAt) {

    /** All but the target is null until a post that it is about is out. */
    record KpiView(
            Kpi.Metric metric,
            String platform,
            BigDecimal target,
            @Nullable Number current,
            @Nullable Long progressPercent,
            @Nullable KpiProgress.Status status,
            @Nullable KpiProgress.Trend trend,
            @Nullable Number projectedFinal) {
        static KpiView of(KpiProgress progress) {
            var kpi = progress.kpi();
            return new KpiView(
                    kpi.metric(),
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
