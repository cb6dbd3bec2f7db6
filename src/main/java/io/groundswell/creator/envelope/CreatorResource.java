package io.groundswell.creator.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.creator.CreatorService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Creators, of whatever project. */
@Path("/api/v1/creators")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class CreatorResource {
    private final CreatorService creators;
    private final CreatorFigures figures;
    private final BodyReader reader;
    private final CurrentCaller caller;

    CreatorResource(CreatorService creators, CreatorFigures figures, BodyReader reader, CurrentCaller caller) {
        this.creators = creators;
        this.figures = figures;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listCreators", summary = "List creators, the newest first")
    public EnvelopeList<CreatorResponse> list(
            @RestQuery("project_id") String projectId,
            @Parameter(description = "A part of the handle, in whatever case") @RestQuery String search,
            @RestQuery String limit,
            @RestQuery String cursor) {
        var query = new Query();
        var project = query.id("project_id", projectId);
        var part = query.text("search", search);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return figures.page(creators.list(caller.owner(), project, part, most, edge));
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getCreator", summary = "Read a creator")
    public Envelope<CreatorResponse> get(@RestPath String id) {
        return Envelope.of(figures.one(creators.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Refuses({"handle_taken", "creator_banned", "invalid_handle", "no_change"})
    @Operation(operationId = "changeCreator", summary = "Change what is known of a creator, or its handle")
    public Envelope<CreatorResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = CreatorForm.class))) JsonNode body) {
        var creatorId = Ids.inPath("id", id);
        var form = reader.read(body, CreatorForm.class, read -> read.fittingChange(new Rules(body))
                .broken());
        return Envelope.of(figures.one(creators.change(caller.get(), creatorId, form.details(body))));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "removeCreator", summary = "Remove a creator, until its handle is added again")
    public Envelope<CreatorResponse> delete(@RestPath String id) {
        return Envelope.of(figures.one(creators.remove(caller.get(), Ids.inPath("id", id))));
    }
}
