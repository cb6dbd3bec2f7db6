package io.groundswell.recording.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.idempotency.Idempotent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;

/** Counters of many things of a project. */
@Path("/api/v1/projects/{projectId}/snapshots")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ProjectSnapshotResource {
    private final Recorder recorder;

    ProjectSnapshotResource(Recorder recorder) {
        this.recorder = recorder;
    }

    @POST
    @Needs("write")
    @Idempotent
    @Operation(
            operationId = "recordProjectSnapshots",
            summary = "Record what many videos and creators of a project count")
    public Envelope<RecordedResponse> record(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ManySnapshotsForm.class)))
                    JsonNode body) {
        return recorder.ofMany(Ids.inPath("projectId", projectId), body);
    }
}
