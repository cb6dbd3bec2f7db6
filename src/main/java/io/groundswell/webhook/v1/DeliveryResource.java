package io.groundswell.webhook.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.webhook.DeliveryService;
import io.groundswell.webhook.DeliveryStatus;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What an endpoint was sent, and sending it again. */
@Path("/v1/webhooks/{id}")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class DeliveryResource {
    private final DeliveryService deliveries;
    private final CurrentCaller caller;

    DeliveryResource(DeliveryService deliveries, CurrentCaller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Path("/deliveries")
    @Needs("integrations:read")
    @Operation(operationId = "listDeliveries", summary = "List what a webhook was sent")
    public V1List<DeliveryResponse> list(
            @RestPath String id,
            @RestQuery @Choices(DeliveryStatus.class) String status,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        return V1List.of(
                deliveries.list(
                        caller.owner(),
                        id,
                        V1.choices("status", status, DeliveryStatus.class),
                        V1.page(limit, startingAfter, endingBefore)),
                DeliveryResponse::of);
    }

    @POST
    @Path("/deliveries/{delivery_id}/redeliver")
    @Needs("integrations:write")
    @Idempotent
    @Operation(operationId = "redeliver", summary = "Send a delivery again")
    public DeliveryResponse redeliver(@RestPath String id, @RestPath("delivery_id") String deliveryId) {
        return DeliveryResponse.of(deliveries.redeliver(caller.owner(), id, deliveryId));
    }

    @POST
    @Path("/test")
    @Needs("integrations:write")
    @Idempotent(detached = true)
    @Operation(operationId = "testWebhook", summary = "Send a webhook a trial event")
    public DeliveryResponse test(@RestPath String id) {
        return DeliveryResponse.of(deliveries.test(caller.owner(), id));
    }
}
