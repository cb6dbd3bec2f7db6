package io.groundswell.upload.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.upload.UploadService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.Upload;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Ids;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Brings in what is known of a project from elsewhere. */
@Path("/api/v1/projects/{projectId}/import")
@Consumes({"text/csv", APPLICATION_JSON})
@Produces(APPLICATION_JSON)
class UploadResource {
    private final UploadService uploads;
    private final CurrentCaller caller;
    private final Clock clock;

    UploadResource(UploadService uploads, CurrentCaller caller, Clock clock) {
        this.uploads = uploads;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Upload
    @Needs("write")
    @Operation(
            operationId = "importIntoProject",
            summary = "Bring in a CSV file of creators, videos and snapshots; what is there stays as it is")
    public Envelope<UploadResponse> post(@RestPath String projectId, InputStream file) throws IOException {
        var project = Ids.inPath("projectId", projectId);
        var report = uploads.take(caller.get(), project, file, sent -> new UploadTable(sent, clock.instant()));
        return Envelope.of(UploadResponse.of(project, report));
    }
}
