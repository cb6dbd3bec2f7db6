package io.groundswell.account.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.ApiKeyService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The key of site analytics. */
@Path("/account/revoke-key")
@Produces(APPLICATION_JSON)
class RevokeKeyResource {
    private final ApiKeyService keys;
    private final CurrentCaller caller;

    RevokeKeyResource(ApiKeyService keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    record NewKey(boolean ok, String apiKey) {}

    @POST
    @Needs("admin")
    @Operation(operationId = "replaceKey", summary = "End the API key at once, and get another one")
    public NewKey post() {
        return new NewKey(true, keys.replace(caller.get()).secret().text());
    }
}
