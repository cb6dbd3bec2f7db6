package io.groundswell.pipeline.v1;

import io.groundswell.content.ContentCounts;
import io.groundswell.mission.Kpi;
import java.util.List;

/** The status object of a mission; {@code pipeline} is null until the mission is started. */
record StatusResponse(
        String missionId,
        String status,
        PipelineView pipeline,
        ContentCounts content,
        List<KpiView> kpiProgress,
        String nextPublishAt) {

    /** {@code current} and {@code trend} stay null while nothing has been measured. */
    record KpiView(String metric, double target, Double current, String trend) {
        static KpiView of(Kpi kpi) {
            return new KpiView(kpi.metric().toString(), kpi.target(), null, null);
        }
    }
}
