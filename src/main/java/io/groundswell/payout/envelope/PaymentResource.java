package io.groundswell.payout.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.Payment;
import io.groundswell.payout.PaymentService;
import io.groundswell.payout.PaymentStatus;
import io.groundswell.wire.BodyReader;
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

/** Notes of what creators were paid. */
@Path("/api/v1/payout-payments")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class PaymentResource {
    private final PaymentService payments;
    private final BodyReader reader;
    private final CurrentCaller caller;

    PaymentResource(PaymentService payments, BodyReader reader, CurrentCaller caller) {
        this.payments = payments;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listPayoutPayments", summary = "List payments, the newest first")
    public EnvelopeList<PayoutPaymentResponse> list(
            @RestQuery("creator_id") String creatorId,
            @RestQuery @Choices(value = PaymentStatus.class, several = false) String status,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var query = new Query();
        var creator = query.id("creator_id", creatorId);
        var wanted = query.choice("status", status, PaymentStatus.class);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                payments.list(caller.owner(), creator, wanted, most, edge), Payment::edge, PayoutPaymentResponse::of);
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses({"not_found", "method_disabled", "not_approved"})
    @Operation(operationId = "recordPayoutPayment", summary = "Record that a creator was paid")
    public Envelope<PayoutPaymentResponse> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutPaymentForm.class)))
                    JsonNode body) {
        var form = reader.read(body, PayoutPaymentForm.class, read -> read.broken(body));
        return Envelope.of(PayoutPaymentResponse.of(payments.record(caller.get(), form.paid())));
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getPayoutPayment", summary = "Read a payment")
    public Envelope<PayoutPaymentResponse> get(@RestPath String id) {
        return Envelope.of(PayoutPaymentResponse.of(payments.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Refuses("invalid_transition")
    @Operation(operationId = "changePayoutPayment", summary = "Void a payment, or change what is said of it")
    public Envelope<PayoutPaymentResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = PayoutPaymentChangeForm.class)))
                    JsonNode body) {
        var paymentId = Ids.inPath("id", id);
        var form = reader.read(body, PayoutPaymentChangeForm.class, read -> read.broken(body));
        return Envelope.of(PayoutPaymentResponse.of(
                payments.change(caller.get(), paymentId, form.status(), now -> form.changed(body, now))));
    }
}
