package io.groundswell.payout.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.Assignment;
import io.groundswell.payout.AssignmentService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who is paid by a structure. */
@Path("/api/v1/payout-structures/{id}/assignments")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class AssignmentResource {
    private final AssignmentService assignments;
    private final BodyReader reader;
    private final CurrentCaller caller;

    AssignmentResource(AssignmentService assignments, BodyReader reader, CurrentCaller caller) {
        this.assignments = assignments;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "listPayoutAssignments", summary = "List who is paid by a structure, the newest first")
    public EnvelopeList<PayoutAssignmentResponse> list(
            @RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var structureId = query.inPath("id", id);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                assignments.list(caller.owner(), structureId, most, edge),
                Assignment::edge,
                PayoutAssignmentResponse::of);
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses({"duplicate", "too_many_assignments"})
    @Operation(operationId = "addPayoutAssignment", summary = "Have a creator paid by a structure")
    public Envelope<PayoutAssignmentResponse> add(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutAssignmentForm.class)))
                    JsonNode body) {
        var structureId = Ids.inPath("id", id);
        var form = reader.read(body, PayoutAssignmentForm.class, read -> read.broken(body));
        return Envelope.of(PayoutAssignmentResponse.of(
                assignments.add(caller.get(), structureId, form.creator(), form.from(), form.to())));
    }

    @PATCH
    @Path("/{assignmentId}")
    @Needs("write")
    @Refuses({"duplicate", "already_accrued"})
    @Operation(operationId = "endPayoutAssignment", summary = "Say until when a creator is paid by a structure")
    public Envelope<PayoutAssignmentResponse> end(
            @RestPath String id,
            @RestPath String assignmentId,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutEndForm.class))) JsonNode body) {
        var structureId = Ids.inPath("id", id);
        var endedId = Ids.inPath("assignmentId", assignmentId);
        var form = reader.read(body, PayoutEndForm.class, read -> read.broken(body));
        return Envelope.of(
                PayoutAssignmentResponse.of(assignments.end(caller.get(), structureId, endedId, form.day())));
    }
}
