package io.groundswell.pipeline.v1;

import io.groundswell.content.ContentService;
import io.groundswell.mission.MissionService;
import io.groundswell.performance.Performance;
import io.groundswell.pipeline.PipelineService;
import io.groundswell.publishing.ScheduleService;
import io.groundswell.shared.Owner;
import io.groundswell.wire.v1.V1;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Puts together what a mission's features know of its progress, as of one moment. */
@ApplicationScoped
class MissionProgress {
    private final MissionService missions;
    private final PipelineService pipelines;
    private final ContentService contents;
    private final ScheduleService schedule;
    private final Performance performance;

    MissionProgress(
            MissionService missions,
            PipelineService pipelines,
            ContentService contents,
            ScheduleService schedule,
            Performance performance) {
        this.missions = missions;
        this.pipelines = pipelines;
        this.contents = contents;
        this.schedule = schedule;
        this.performance = performance;
    }

    @Transactional
    public StatusResponse of(Owner owner, String missionId) {
        var mission = missions.get(owner, missionId);
        return new StatusResponse(
                missionId,
                mission.status(),
                pipelines.of(owner, missionId).map(PipelineView::of).orElse(null),
                contents.counts(owner, missionId),
                performance.kpis(mission).stream()
                        .map(StatusResponse.KpiView::of)
                        .toList(),
                V1.time(schedule.nextPublishAt(owner, missionId).orElse(null)));
    }
}
