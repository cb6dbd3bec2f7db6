package io.groundswell.payout.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.MethodService;
import io.groundswell.shared.Caller;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.ByAdministrators;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Ways to pay creators. */
@Path("/api/v1/payout-methods")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MethodResource {
    private final MethodService methods;
    private final BodyReader reader;
    private final CurrentCaller caller;

    MethodResource(MethodService methods, BodyReader reader, CurrentCaller caller) {
        this.methods = methods;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "listPayoutMethods", summary = "List payout methods, the newest first")
    public EnvelopeList<PayoutMethodResponse> list(
            @RestQuery("include_disabled")
                    @Choices(
                            words = {"1", "true", "0", "false"},
                            several = false)
                    String includeDisabled,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var query = new Query();
        var all = query.isSet("include_disabled", includeDisabled);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                methods.list(caller.owner(), all && caller.get().may(Caller.ADMINISTERS), most, edge),
                PayoutMethodResponse::edge,
                PayoutMethodResponse::of);
    }

    @POST
    @Needs("write")
    @ByAdministrators
    @Idempotent
    @ResponseStatus(201)
    @Refuses("limit_reached")
    @Operation(operationId = "createPayoutMethod", summary = "Make a payout method")
    public Envelope<PayoutMethodResponse> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutMethodForm.class))) JsonNode body) {
        var form = reader.read(body, PayoutMethodForm.class, read -> read.brokenByNew(body));
        return Envelope.of(PayoutMethodResponse.of(methods.create(caller.get(), form.details())));
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getPayoutMethod", summary = "Read a payout method")
    public Envelope<PayoutMethodResponse> get(@RestPath String id) {
        return Envelope.of(PayoutMethodResponse.of(methods.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @ByAdministrators
    @Operation(operationId = "changePayoutMethod", summary = "Change, deactivate or activate a payout method")
    public Envelope<PayoutMethodResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutMethodForm.class))) JsonNode body) {
        var methodId = Ids.inPath("id", id);
        var form = reader.read(body, PayoutMethodForm.class, read -> read.brokenByChange(body));
        return Envelope.of(
                PayoutMethodResponse.of(methods.change(caller.get(), methodId, now -> form.changed(body, now))));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @ByAdministrators
    @Refuses("default_method")
    @Operation(operationId = "deletePayoutMethod", summary = "Delete a payout method; payments keep its name")
    public Envelope<PayoutMethodResponse> delete(@RestPath String id) {
        return Envelope.of(PayoutMethodResponse.of(methods.delete(caller.get(), Ids.inPath("id", id))));
    }
}
