package io.groundswell.pipeline;

import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells the world how a job goes on. */
@ApplicationScoped
class StageEvents {
    private final Outbox outbox;

    StageEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void completed(PipelineJob job, Stage stage) {
        record(job, "pipeline.stage_completed", stage, StageStatus.COMPLETED.toString());
    }

    void failed(PipelineJob job) {
        record(job, "pipeline.job_failed", job.currentStage(), JobStatus.FAILED.toString());
    }

    void finished(PipelineJob job) {
        record(job, "pipeline.job_completed", job.currentStage(), JobStatus.COMPLETED.toString());
    }

    private void record(PipelineJob job, String type, Stage stage, String status) {
        outbox.record(
                job.owner(),
                type,
                job.id(),
                Map.of(
                        "mission_id", job.missionId(),
                        "job_id", job.id(),
                        "stage", stage.toString(),
                        "status", status,
                        "cycle", Integer.toString(job.cycle())));
    }
}
