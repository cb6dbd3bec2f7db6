package io.groundswell.creator.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.creator.CreatorAdditions;
import io.groundswell.creator.CreatorBulk;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.EnvelopeItems;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.ManyIds;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Creators of a project: adding them, and what is done to several at once. */
@Path("/api/v1/projects/{projectId}/creators")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ProjectCreatorsResource {
    private final CreatorAdditions additions;
    private final CreatorBulk bulk;
    private final CreatorFigures figures;
    private final BodyReader reader;
    private final CurrentCaller caller;

    ProjectCreatorsResource(
            CreatorAdditions additions,
            CreatorBulk bulk,
            CreatorFigures figures,
            BodyReader reader,
            CurrentCaller caller) {
        this.additions = additions;
        this.bulk = bulk;
        this.figures = figures;
        this.reader = reader;
        this.caller = caller;
    }

    @POST
    @Needs("write")
    @Idempotent
    @Refuses({"limit_reached", "duplicate", "creator_banned"})
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AddedCreators.class)))
    @APIResponse(
            responseCode = "200",
            description = "All of them were removed before, and are back",
            content = @Content(schema = @Schema(implementation = AddedCreators.class)))
    @Operation(operationId = "addCreators", summary = "Add a creator, or up to 50 at once")
    public RestResponse<AddedCreators> add(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewCreatorsForm.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, NewCreatorsForm.class, read -> read.broken(body));
        var added = additions.add(caller.get(), project, form.details(body));
        var creators = figures.all(added.creators());
        var answer = new AddedCreators(form.isList() ? creators : creators.get(0), null, null);
        return RestResponse.status(added.anyNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, answer);
    }

    @POST
    @Path("/bulk-reenable")
    @Needs("write")
    @Operation(operationId = "enableCreators", summary = "Track creators again that were switched off")
    public EnvelopeItems<CreatorResponse> enable(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ManyIds.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, ManyIds.class, read -> read.broken(body));
        return figures.several(bulk.enable(caller.get(), project, form.distinct()));
    }

    @POST
    @Path("/bulk-remove")
    @Needs("write")
    @Operation(operationId = "removeCreators", summary = "Remove creators, until their handles are added again")
    public EnvelopeItems<CreatorResponse> remove(
            @RestPath String projectId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ManyIds.class))) JsonNode body) {
        var project = Ids.inPath("projectId", projectId);
        var form = reader.read(body, ManyIds.class, read -> read.broken(body));
        return figures.several(bulk.remove(caller.get(), project, form.distinct()));
    }
}
