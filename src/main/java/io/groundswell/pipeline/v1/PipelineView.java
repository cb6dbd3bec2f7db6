package io.groundswell.pipeline.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.pipeline.JobError;
import io.groundswell.pipeline.JobStatus;
import io.groundswell.pipeline.PipelineJob;
import io.groundswell.pipeline.Stage;
import io.groundswell.pipeline.StageRecord;
import io.groundswell.pipeline.StageStatus;
import jakarta.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/** A job and its six stages; a stage shows its duration once it is completed and its progress while it runs. */
record PipelineView(
        String jobId,
        JobStatus status,
        Stage currentStage,
        int cycle,
        int progressPercent,
        @Nullable String pausedReason,
        @Nullable JobError error,
        Map<String, StageView> stages) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageView(
            StageStatus status,
            @Nullable Long durationMs,
            @Nullable Integer progressPercent,
            @Nullable JobError error) {
        static StageView of(StageRecord stage) {
            var moving = stage.status() == StageStatus.RUNNING || stage.status() == StageStatus.PAUSED;
            return new StageView(
                    stage.status(),
                    stage.status() == StageStatus.COMPLETED ? stage.durationMs() : null,
                    moving ? stage.progressPercent() : null,
                    stage.error());
        }
    }

    static PipelineView of(PipelineJob job) {
        var stages = new LinkedHashMap<String, StageView>();
        for (var stage : Stage.values()) {
            stages.put(stage.toString(), StageView.of(job.stage(stage)));
        }
        return new PipelineView(
                job.id(),
                job.status(),
                job.currentStage(),
                job.cycle(),
                job.progressPercent(),
                job.pausedReason(),
                job.error(),
                stages);
    }
}
