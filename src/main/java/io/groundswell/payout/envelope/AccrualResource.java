package io.groundswell.payout.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.Accrual;
import io.groundswell.payout.AccrualFilter;
import io.groundswell.payout.AccrualService;
import io.groundswell.payout.AccrualStatus;
import io.groundswell.payout.RecomputationService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
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

/** What creators are owed. */
@Path("/api/v1/payout-accruals")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class AccrualResource {
    private final AccrualService accruals;
    private final RecomputationService recomputations;
    private final BodyReader reader;
    private final CurrentCaller caller;

    AccrualResource(
            AccrualService accruals, RecomputationService recomputations, BodyReader reader, CurrentCaller caller) {
        this.accruals = accruals;
        this.recomputations = recomputations;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listPayoutAccruals", summary = "List what creators are owed, the newest first")
    public EnvelopeList<PayoutAccrualResponse> list(
            @RestQuery("project_id") String projectId,
            @RestQuery("structure_id") String structureId,
            @RestQuery("creator_id") String creatorId,
            @RestQuery @Choices(value = AccrualStatus.class, several = false) String status,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var query = new Query();
        var filter = new AccrualFilter(
                query.id("project_id", projectId),
                query.id("structure_id", structureId),
                query.id("creator_id", creatorId),
                query.choice("status", status, AccrualStatus.class));
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                accruals.list(caller.owner(), filter, most, edge), Accrual::edge, PayoutAccrualResponse::of);
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getPayoutAccrual", summary = "Read what a creator is owed")
    public Envelope<PayoutAccrualResponse> get(@RestPath String id) {
        return Envelope.of(PayoutAccrualResponse.of(accruals.get(caller.owner(), Ids.inPath("id", id))));
    }

    @GET
    @Path("/{id}/recomputation")
    @Needs("read")
    @Refuses("history_gone")
    @Operation(operationId = "recomputePayoutAccrual", summary = "Tell what an accrual comes to by today's snapshots")
    public Envelope<PayoutRecomputationResponse> recompute(@RestPath String id) {
        return Envelope.of(PayoutRecomputationResponse.of(recomputations.of(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Refuses("invalid_transition")
    @Operation(operationId = "decidePayoutAccrual", summary = "Adjust, approve or void what a creator is owed")
    public Envelope<PayoutAccrualResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutAccrualForm.class)))
                    JsonNode body) {
        var accrualId = Ids.inPath("id", id);
        var form = reader.read(body, PayoutAccrualForm.class, read -> read.broken(body));
        return Envelope.of(PayoutAccrualResponse.of(accruals.decide(caller.get(), accrualId, form.decision(body))));
    }
}
