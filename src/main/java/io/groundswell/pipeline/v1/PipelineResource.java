package io.groundswell.pipeline.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.MissionService;
import io.groundswell.pipeline.JobError;
import io.groundswell.pipeline.JobStatus;
import io.groundswell.pipeline.PipelineError;
import io.groundswell.pipeline.PipelineJob;
import io.groundswell.pipeline.PipelineService;
import io.groundswell.pipeline.Stage;
import io.groundswell.pipeline.StageStatus;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

/** A mission's pipeline job with what its stages put out, and its restart. */
@Path("/v1/missions/{id}/pipeline")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class PipelineResource {
    private final MissionService missions;
    private final PipelineService pipelines;
    private final MissionProgress progress;
    private final CurrentCaller caller;

    PipelineResource(
            MissionService missions, PipelineService pipelines, MissionProgress progress, CurrentCaller caller) {
        this.missions = missions;
        this.pipelines = pipelines;
        this.progress = progress;
        this.caller = caller;
    }

    record JobResponse(
            String jobId,
            String missionId,
            JobStatus status,
            Stage currentStage,
            int cycle,
            int progressPercent,
            int attempts,
            @Nullable String pausedReason,
            @Nullable JobError error,
            List<StageResponse> stages) {
        static JobResponse of(PipelineJob job) {
            return new JobResponse(
                    job.id(),
                    job.missionId(),
                    job.status(),
                    job.currentStage(),
                    job.cycle(),
                    job.progressPercent(),
                    job.attempts(),
                    job.pausedReason(),
                    job.error(),
                    Arrays.stream(Stage.values())
                            .map(stage -> StageResponse.of(job, stage))
                            .toList());
        }
    }

    /** @param output null until the stage is completed */
    record StageResponse(
            Stage stage,
            StageStatus status,
            @Nullable String startedAt,
            @Nullable Long durationMs,
            int progressPercent,

            @Nullable @Schema(description = "What the stage put out, for people and tools; its fields may grow")
            Map<String, Object> output,

            @Nullable JobError error) {
        static StageResponse of(PipelineJob job, Stage stage) {
            var record = job.stage(stage);
            return new StageResponse(
                    stage,
                    record.status(),
                    V1.time(record.startedAt()),
                    record.durationMs(),
                    record.progressPercent(),
                    record.output(),
                    record.error());
        }
    }

    @GET
    @Needs("missions:read")
    @Operation(operationId = "getPipeline", summary = "Read what each stage of a mission put out")
    public JobResponse get(@RestPath String id) {
        missions.get(caller.owner(), id);
        return pipelines
                .of(caller.owner(), id)
                .map(JobResponse::of)
                .orElseThrow(() -> Refusal.of(
                        PipelineError.JOB_NOT_FOUND, "The mission was not started, so it has no pipeline job yet"));
    }

    record RetryRequest(Stage fromStage) {}

    @POST
    @Path("/retry")
    @Needs("missions:write")
    @Idempotent
    @Operation(operationId = "retryPipeline", summary = "Restart the failed job of a mission")
    public StatusResponse retry(@RestPath String id, @NotNull RetryRequest request) {
        pipelines.retry(caller.owner(), id, request.fromStage());
        return progress.of(caller.owner(), id);
    }
}
