package io.groundswell.recording.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Subject;
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

/** Followers of a creator. */
@Path("/api/v1/creators/{id}/snapshots")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class CreatorSnapshotResource {
    private final Recorder recorder;

    CreatorSnapshotResource(Recorder recorder) {
        this.recorder = recorder;
    }

    @POST
    @Needs("write")
    @Idempotent
    @Operation(operationId = "recordCreatorSnapshots", summary = "Record how many followers a creator has")
    public Envelope<RecordedResponse> record(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = CreatorSnapshotsForm.class)))
                    JsonNode body) {
        return recorder.ofOne(
                new Subject(Subject.Kind.CREATOR, Ids.inPath("id", id).toString()), body);
    }
}
