package io.groundswell.event.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.wire.Bounded;
import io.groundswell.wire.Open;
import io.groundswell.wire.openapi.Refuses;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Takes one event. */
@Path("/track")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class TrackResource {
    private final EventForms forms;
    private final Tracking tracking;

    TrackResource(EventForms forms, Tracking tracking) {
        this.forms = forms;
        this.tracking = tracking;
    }

    record TrackedResponse(boolean ok, boolean queued) {}

    @POST
    @Open
    @NonBlocking
    @Bounded
    @ResponseStatus(202)
    @Refuses({"MISSING_FIELDS", "INVALID_TOKEN", "FORBIDDEN", "BODY_TOO_LARGE", "RATE_LIMITED"})
    @Operation(operationId = "track", summary = "Tell an event")
    public CompletionStage<TrackedResponse> post(
            @RequestBody(content = @Content(schema = @Schema(implementation = EventForm.class))) byte[] body)
            throws IOException {
        return tracking.take(List.of(forms.one(body)), at -> "").thenApply(done -> new TrackedResponse(true, true));
    }
}
