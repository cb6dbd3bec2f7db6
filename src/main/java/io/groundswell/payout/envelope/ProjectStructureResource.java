package io.groundswell.payout.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.StructureService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Payout structures of one project. */
@Path("/api/v1/projects/{projectId}/payout-structures")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ProjectStructureResource {
    private final StructureService structures;
    private final BodyReader reader;
    private final CurrentCaller caller;

    ProjectStructureResource(StructureService structures, BodyReader reader, CurrentCaller caller) {
        this.structures = structures;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses("limit_reached")
    @Operation(operationId = "createPayoutStructure", summary = "Make a payout structure in a project")
    public Envelope<PayoutStructureResponse> create(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutStructureForm.class)))
                    JsonNode body) {
        var programId = Ids.inPath("projectId", projectId);
        var form = reader.read(body, PayoutStructureForm.class, read -> read.brokenByNew(body));
        return Envelope.of(PayoutStructureResponse.of(structures.create(
                caller.get(), programId, form.details(), form.rule().rule())));
    }
}
