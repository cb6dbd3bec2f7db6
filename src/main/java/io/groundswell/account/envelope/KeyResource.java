package io.groundswell.account.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.account.ApiKey;
import io.groundswell.account.CreatorKeyService;
import io.groundswell.database.Edge;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.ByAdministrators;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** API keys of the creators contract. */
@Path("/api/v1/api-keys")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class KeyResource {
    private final CreatorKeyService keys;
    private final BodyReader reader;
    private final CurrentCaller caller;
    private final Clock clock;

    KeyResource(CreatorKeyService keys, BodyReader reader, CurrentCaller caller, Clock clock) {
        this.keys = keys;
        this.reader = reader;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs("read")
    @ByAdministrators
    @Operation(operationId = "listCreatorKeys", summary = "List API keys, the newest first")
    public EnvelopeList<KeyResponse> list(@RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        var now = clock.instant();
        return EnvelopeList.of(
                keys.list(caller.owner(), most, edge), KeyResource::edge, key -> KeyResponse.of(key, now));
    }

    private static Edge edge(ApiKey key) {
        return new Edge(key.createdAt(), UUID.fromString(key.id()));
    }

    @POST
    @Needs("write")
    @ByAdministrators
    @Idempotent(sealed = true)
    @ResponseStatus(201)
    @Refuses("limit_reached")
    @Operation(operationId = "createCreatorKey", summary = "Make an API key")
    public Envelope<CreatedKeyResponse> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = KeyForm.class))) JsonNode body) {
        var form = reader.read(body, KeyForm.class, read -> read.broken(body, clock.instant()));
        return Envelope.of(
                CreatedKeyResponse.of(keys.create(caller.get(), form.name(), form.granted(), form.expiry())));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @ByAdministrators
    @Operation(operationId = "revokeCreatorKey", summary = "Revoke an API key at once")
    public Envelope<KeyResponse> revoke(@RestPath String id) {
        return Envelope.of(KeyResponse.of(keys.revoke(caller.get(), Ids.inPath("id", id)), clock.instant()));
    }
}
