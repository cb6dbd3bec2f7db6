package io.groundswell.program.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.program.ProgramService;
import io.groundswell.wire.BodyReader;
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
import jakarta.ws.rs.PATCH;
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

/** Programmes of creators, which this contract calls projects. */
@Path("/api/v1/projects")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ProjectResource {
    private final ProgramService programs;
    private final BodyReader reader;
    private final CurrentCaller caller;

    ProjectResource(ProgramService programs, BodyReader reader, CurrentCaller caller) {
        this.programs = programs;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "listCreatorProjects", summary = "List the projects, the newest first")
    public EnvelopeList<ProjectResponse> list(@RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(programs.list(caller.owner(), most, edge), ProjectResponse::edge, ProjectResponse::of);
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses("limit_reached")
    @Operation(operationId = "createCreatorProject", summary = "Make a project")
    public Envelope<ProjectResponse> create(
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectForm.class))) JsonNode body) {
        var form = reader.read(body, ProjectForm.class, read -> read.brokenByNew(body));
        return Envelope.of(ProjectResponse.of(programs.create(caller.get(), form.name(), form.readme())));
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getCreatorProject", summary = "Read a project")
    public Envelope<ProjectResponse> get(@RestPath String id) {
        return Envelope.of(ProjectResponse.of(programs.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "changeCreatorProject", summary = "Change a project's name or readme")
    public Envelope<ProjectResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ProjectForm.class))) JsonNode body) {
        var projectId = Ids.inPath("id", id);
        var form = reader.read(body, ProjectForm.class, read -> read.brokenByChange(body));
        return Envelope.of(ProjectResponse.of(programs.change(caller.get(), projectId, form.change(body))));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "deleteCreatorProject", summary = "Delete a project with all that it holds")
    public Envelope<ProjectResponse> delete(@RestPath String id) {
        return Envelope.of(ProjectResponse.of(programs.delete(caller.get(), Ids.inPath("id", id))));
    }
}
