package io.groundswell.account.internal;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.KeyKind;
import io.groundswell.account.Operations;
import io.groundswell.wire.v1.V1;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Keys for an organization that has none of a kind, or lost it. */
@Path("/internal/organizations/{id}/keys")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class OrganizationKeyResource {
    private final Operations operations;

    OrganizationKeyResource(Operations operations) {
        this.operations = operations;
    }

    /** Those that an organization can begin with. */
    enum FirstKeyKind {
        AMP_LIVE,
        AMP_TEST,
        TGA,
        AAK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record MakeKeyRequest(@NotNull FirstKeyKind kind, Boolean revokeOthers) {}

    record MadeKeyResponse(String id, FirstKeyKind kind, String key, String keyPrefix, int revoked, String createdAt) {}

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "makeOrganizationKey", summary = "Make a key for an organization")
    public MadeKeyResponse post(@RestPath String id, @Valid @NotNull MakeKeyRequest request) {
        var alone = request.revokeOthers() != null && request.revokeOthers();
        var made = operations.makeKey(id, KeyKind.valueOf(request.kind().name()), alone);
        var key = made.fresh().key();
        return new MadeKeyResponse(
                key.id(),
                request.kind(),
                made.fresh().secret().text(),
                key.keyPrefix(),
                made.revoked(),
                V1.time(key.createdAt()));
    }
}
