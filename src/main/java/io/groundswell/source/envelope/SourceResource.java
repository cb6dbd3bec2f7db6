package io.groundswell.source.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.source.SourceService;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the creators and videos of a project are looked up. */
@Path("/api/v1/projects/{projectId}/sources")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class SourceResource {
    private final SourceService sources;
    private final BodyReader reader;
    private final CurrentCaller caller;

    SourceResource(SourceService sources, BodyReader reader, CurrentCaller caller) {
        this.sources = sources;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @ByAdministrators
    @Operation(operationId = "listSources", summary = "List the sources of a project, the newest first")
    public EnvelopeList<SourceResponse> list(
            @RestPath String projectId, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var project = query.inPath("projectId", projectId);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        var page = sources.list(caller.owner(), project, most, edge);
        return EnvelopeList.of(page, SourceResponse::edge, SourceResponse::of);
    }

    @POST
    @Needs("write")
    @ByAdministrators
    @Idempotent(detached = true)
    @ResponseStatus(201)
    @Refuses("too_many_sources")
    @Operation(
            operationId = "connectSource",
            summary = "Connect a project to a source, or anew to one that it is connected to")
    public Envelope<SourceResponse> connect(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = SourceForm.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, SourceForm.class, read -> read.broken(body));
        return Envelope.of(SourceResponse.of(sources.connect(caller.get(), project, form.kind(), form.told())));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @ByAdministrators
    @Operation(operationId = "disconnectSource", summary = "Disconnect a source and forget its credentials")
    public Envelope<SourceResponse> disconnect(@RestPath String projectId, @RestPath String id) {
        var project = Ids.inPath("projectId", projectId);
        var source = Ids.inPath("id", id);
        return Envelope.of(SourceResponse.of(sources.disconnect(caller.get(), project, source)));
    }
}
