package io.groundswell.event.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.event.EventError;
import io.groundswell.event.EventRules;
import io.groundswell.event.Identification;
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
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tells that a user who was known by one id has another one now. */
@Path("/identify")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class IdentifyResource {
    private final EventForms forms;
    private final Tracking tracking;

    IdentifyResource(EventForms forms, Tracking tracking) {
        this.forms = forms;
        this.tracking = tracking;
    }

    @RegisterForReflection
    record IdentifyRequest(String token, String previousId, String userId) {
        Identification read() {
            if (previousId == null || previousId.isEmpty()) {
                throw Refusal.on(EventError.MISSING_FIELDS, "previous_id", "previous_id is required");
            }
            if (userId == null || userId.isEmpty()) {
                throw Refusal.on(EventError.MISSING_FIELDS, "user_id", "user_id is required");
            }
            var two = new Identification(previousId, userId);
            Refusal.throwIfAny(EventRules.violations(two));
            return two;
        }
    }

    record IdentifiedResponse(boolean ok, boolean queued) {}

    @POST
    @Open
    @NonBlocking
    @Bounded
    @ResponseStatus(202)
    @Refuses({"MISSING_FIELDS", "INVALID_TOKEN", "FORBIDDEN", "TOO_MANY_IDS", "BODY_TOO_LARGE", "RATE_LIMITED"})
    @Operation(operationId = "identify", summary = "Tell by which id a user is known from now on")
    public CompletionStage<IdentifiedResponse> post(
            @RequestBody(content = @Content(schema = @Schema(implementation = IdentifyRequest.class))) byte[] body)
            throws IOException {
        var request = forms.read(body, IdentifyRequest.class);
        return tracking.identify(request.token(), request::read).thenApply(done -> new IdentifiedResponse(true, true));
    }
}
