package io.groundswell.event.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.event.EventError;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Bounded;
import io.groundswell.wire.Open;
import io.groundswell.wire.openapi.Refuses;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Takes several events of one project, all or none of them. */
@Path("/track/batch")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class TrackBatchResource {
    private final EventForms forms;
    private final Tracking tracking;

    TrackBatchResource(EventForms forms, Tracking tracking) {
        this.forms = forms;
        this.tracking = tracking;
    }

    @RegisterForReflection
    record BatchRequest(List<EventForm> events) {}

    record BatchResponse(boolean ok, boolean queued, int count) {}

    @POST
    @Open
    @NonBlocking
    @Bounded
    @ResponseStatus(202)
    @Refuses({"MISSING_FIELDS", "BATCH_TOO_LARGE", "INVALID_TOKEN", "FORBIDDEN", "BODY_TOO_LARGE", "RATE_LIMITED"})
    @Operation(operationId = "trackBatch", summary = "Tell up to 100 events of one project")
    public CompletionStage<BatchResponse> post(
            @RequestBody(content = @Content(schema = @Schema(implementation = BatchRequest.class))) byte[] body)
            throws IOException {
        var events = forms.several(body);
        if (events == null || events.isEmpty()) {
            throw Refusal.on(EventError.MISSING_FIELDS, "events", "events must hold at least one event");
        }
        if (events.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("events", "events must not hold null");
        }
        return tracking.take(events, "events[%d]."::formatted)
                .thenApply(done -> new BatchResponse(true, true, events.size()));
    }
}
