package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.mastodon.MastodonConnections;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Connecting an account on a Mastodon server. */
@Path("/v1/connect")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MastodonResource {
    private final MastodonConnections connections;
    private final CurrentCaller caller;

    MastodonResource(MastodonConnections connections, CurrentCaller caller) {
        this.connections = connections;
        this.caller = caller;
    }

    record ConnectRequest(
            @NotBlank @Size(max = 255) String instance,

            @NotNull
            @Size(min = 1, max = 500)
            @Pattern(regexp = "[!-~]*", message = "must be printable ASCII characters")
            String accessToken) {}

    record MastodonView(String instance, String account, int maxCharacters, String connectedAt) {}

    record ConnectedResponse(String status, MastodonView mastodon) {
        static ConnectedResponse of(ConnectedAccount account) {
            return new ConnectedResponse(
                    "connected",
                    new MastodonView(
                            account.data().get("server"),
                            account.name(),
                            Integer.parseInt(account.data().get("max_characters")),
                            V1.time(account.connectedAt())));
        }
    }

    @POST
    @Path("/mastodon")
    @Needs("integrations:write")
    @Idempotent(detached = true)
    @Refuses("provider_error")
    @Operation(operationId = "connectMastodon", summary = "Connect an account on a Mastodon server")
    public ConnectedResponse connect(@Valid @NotNull ConnectRequest request) {
        return ConnectedResponse.of(connections.connect(caller.get(), request.instance(), request.accessToken()));
    }
}
