package io.groundswell.payout.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.Structure;
import io.groundswell.payout.StructureService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Payout structures, wherever they are. */
@Path("/api/v1/payout-structures")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class StructureResource {
    private final StructureService structures;
    private final BodyReader reader;
    private final CurrentCaller caller;

    StructureResource(StructureService structures, BodyReader reader, CurrentCaller caller) {
        this.structures = structures;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listPayoutStructures", summary = "List the payout structures, the newest first")
    public EnvelopeList<PayoutStructureResponse> list(
            @RestQuery("project_id") String projectId, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var programId = query.id("project_id", projectId);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                structures.list(caller.owner(), programId, most, edge), Structure::edge, PayoutStructureResponse::of);
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getPayoutStructure", summary = "Read a payout structure")
    public Envelope<PayoutStructureResponse> get(@RestPath String id) {
        return Envelope.of(PayoutStructureResponse.of(structures.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Refuses("too_many_versions")
    @Operation(
            operationId = "changePayoutStructure",
            summary = "Change a payout structure; another rule holds from tomorrow on")
    public Envelope<PayoutStructureResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutStructureForm.class)))
                    JsonNode body) {
        var structureId = Ids.inPath("id", id);
        var form = reader.read(body, PayoutStructureForm.class, read -> read.brokenByChange(body));
        return Envelope.of(PayoutStructureResponse.of(
                structures.change(caller.get(), structureId, now -> form.changed(body, now), form::changed)));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @Refuses("in_use")
    @Operation(operationId = "deletePayoutStructure", summary = "Delete a payout structure that nothing is owed by")
    public Envelope<PayoutStructureResponse> delete(@RestPath String id) {
        return Envelope.of(PayoutStructureResponse.of(structures.delete(caller.get(), Ids.inPath("id", id))));
    }
}
