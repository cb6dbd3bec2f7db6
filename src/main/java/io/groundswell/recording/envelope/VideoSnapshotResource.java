package io.groundswell.recording.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Subject;
import io.groundswell.recording.RecordingService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.idempotency.Idempotent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;

/** Counters of a video. */
@Path("/api/v1/videos/{id}/snapshots")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class VideoSnapshotResource {
    private final RecordingService recording;
    private final CurrentCaller caller;
    private final Clock clock;

    VideoSnapshotResource(RecordingService recording, CurrentCaller caller, Clock clock) {
        this.recording = recording;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Needs("write")
    @Idempotent
    @Operation(operationId = "recordVideoSnapshots", summary = "Record what a video counts")
    public Envelope<RecordedResponse> record(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = VideoSnapshotsForm.class)))
                    JsonNode body) {
        var subject = new Subject(Subject.Kind.VIDEO, Ids.inPath("id", id).toString());
        var samples = new SnapshotReader(clock.instant()).ofOne(body, subject);
        recording.record(caller.owner(), samples);
        return Envelope.of(new RecordedResponse(samples.size()));
    }
}
