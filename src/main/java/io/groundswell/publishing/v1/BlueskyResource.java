package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.bluesky.BlueskyConnections;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Connecting an account on Bluesky. */
@Path("/v1/connect")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class BlueskyResource {
    private final BlueskyConnections connections;
    private final CurrentCaller caller;

    BlueskyResource(BlueskyConnections connections, CurrentCaller caller) {
        this.connections = connections;
        this.caller = caller;
    }

    record ConnectRequest(
            @NotBlank @Size(max = 255) String identifier,
            @NotBlank @Size(max = 255) String appPassword,
            @Size(max = 255) String service) {}

    record BlueskyView(String service, String account, String did, String connectedAt) {}

    record ConnectedResponse(String status, BlueskyView bluesky) {
        static ConnectedResponse of(ConnectedAccount account) {
            return new ConnectedResponse(
                    "connected",
                    new BlueskyView(
                            account.data().get("service"),
                            account.name(),
                            account.data().get("did"),
                            V1.time(account.connectedAt())));
        }
    }

    @POST
    @Path("/bluesky")
    @Needs("integrations:write")
    @Idempotent(detached = true)
    @Refuses("provider_error")
    @Operation(operationId = "connectBluesky", summary = "Connect an account on Bluesky")
    public ConnectedResponse connect(@Valid @NotNull ConnectRequest request) {
        return ConnectedResponse.of(
                connections.connect(caller.get(), request.identifier(), request.appPassword(), request.service()));
    }
}
