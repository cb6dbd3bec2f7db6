package io.groundswell.account.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.ApiKeyService;
import io.groundswell.account.KeyKind;
import io.groundswell.shared.Mode;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** API keys of the missions contract. */
@Path("/v1/auth/keys")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ApiKeyResource {
    private final ApiKeyService keys;
    private final CurrentCaller caller;
    private final Clock clock;

    ApiKeyResource(ApiKeyService keys, CurrentCaller caller, Clock clock) {
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    enum Environment {
        LIVE(KeyKind.AMP_LIVE),
        TEST(KeyKind.AMP_TEST),
        DEV(KeyKind.AMP_DEV);

        private final KeyKind kind;

        Environment(KeyKind kind) {
            this.kind = kind;
        }

        static Environment of(Mode mode) {
            return mode == Mode.LIVE ? LIVE : TEST;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record CreateKeyRequest(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 20) List<@NotNull String> scopes,
            @Min(1) @Max(3650) Integer expiresInDays,
            Environment environment) {}

    @POST
    @Needs("admin")
    @Idempotent(sealed = true)
    @ResponseStatus(201)
    @Operation(operationId = "createKey", summary = "Make an API key")
    public CreatedKeyResponse create(@Valid @NotNull CreateKeyRequest request) {
        var environment =
                request.environment() == null ? Environment.of(caller.owner().mode()) : request.environment();
        return CreatedKeyResponse.of(
                keys.create(caller.get(), environment.kind, request.name(), request.scopes(), request.expiresInDays()));
    }

    @GET
    @Needs("admin")
    @Operation(operationId = "listKeys", summary = "List API keys")
    public V1List<KeyResponse> list(
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        var now = clock.instant();
        return V1List.of(
                keys.list(caller.owner(), V1.page(limit, startingAfter, endingBefore)),
                key -> KeyResponse.of(key, now));
    }

    record RevokedResponse(String id, boolean revoked, String revokedAt) {}

    @DELETE
    @Path("/{id}")
    @Needs("admin")
    @Operation(operationId = "revokeKey", summary = "Revoke an API key")
    public RevokedResponse revoke(@RestPath String id) {
        var key = keys.revoke(caller.get(), id);
        return new RevokedResponse(key.id(), true, V1.time(key.revokedAt()));
    }

    @POST
    @Path("/{id}/rotate")
    @Needs("admin")
    @Idempotent(sealed = true)
    @ResponseStatus(201)
    @Operation(operationId = "rotateKey", summary = "Replace an API key")
    public RotatedKeyResponse rotate(@RestPath String id) {
        return RotatedKeyResponse.of(keys.rotate(caller.get(), id));
    }
}
