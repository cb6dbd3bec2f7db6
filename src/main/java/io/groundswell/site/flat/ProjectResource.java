package io.groundswell.site.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.account.flat.Tier;
import io.groundswell.site.Reads;
import io.groundswell.site.SiteService;
import io.groundswell.site.SiteUsage;
import io.groundswell.site.flat.ProjectForms.NewProjectRequest;
import io.groundswell.site.flat.ProjectForms.ProjectChangeRequest;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Sites, which this contract calls projects. */
@Path("/projects")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ProjectResource {
    private final SiteService sites;
    private final SiteUsage usage;
    private final Reads reads;
    private final OrganizationService organizations;
    private final Snippets snippets;
    private final CurrentCaller caller;

    ProjectResource(
            SiteService sites,
            SiteUsage usage,
            Reads reads,
            OrganizationService organizations,
            Snippets snippets,
            CurrentCaller caller) {
        this.sites = sites;
        this.usage = usage;
        this.reads = reads;
        this.organizations = organizations;
        this.snippets = snippets;
        this.caller = caller;
    }

    record ProjectList(List<ListedProject> projects, boolean hasApiKey, long projectLimit, Tier tier) {}

    @GET
    @Needs("analytics:read")
    @Operation(operationId = "listProjects", summary = "List the projects, the oldest first")
    public ProjectList list() {
        reads.tell();
        var organization = organizations.get(caller.owner().organizationId());
        return new ProjectList(
                sites.list(caller.owner()).stream().map(ListedProject::of).toList(),
                true,
                organization.granted(Limit.SITES),
                Tier.of(organization.plan()));
    }

    @POST
    @Needs("missions:write")
    @Refuses({"MISSING_FIELDS", "INVALID_NAME", "INVALID_ORIGINS", "PROJECT_LIMIT", "ORIGIN_TAKEN"})
    @APIResponse(
            responseCode = "200",
            description = "There was a project of this name, which stays as it is",
            content = @Content(schema = @Schema(implementation = CreatedProject.class)))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = CreatedProject.class)))
    @Operation(operationId = "createProject", summary = "Make a project, or find that of this name")
    public RestResponse<CreatedProject> create(@NotNull NewProjectRequest request) {
        var creation = sites.create(caller.get(), request.requiredName(), request.origins());
        var project = CreatedProject.of(creation, snippets);
        return RestResponse.status(creation.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, project);
    }

    @GET
    @Path("/{id}")
    @Needs("analytics:read")
    @Operation(operationId = "getProject", summary = "Read a project")
    public ProjectResponse get(@RestPath String id) {
        reads.tell();
        var site = sites.get(caller.owner(), id);
        return ProjectResponse.of(site, usage.today(site));
    }

    @PATCH
    @Path("/{id}")
    @Needs("missions:write")
    @Refuses({
        "MISSING_FIELDS",
        "INVALID_NAME",
        "INVALID_ORIGINS",
        "PROJECT_NAME_EXISTS",
        "PROJECT_NAME_LOCKED",
        "ORIGIN_TAKEN"
    })
    @Operation(operationId = "changeProject", summary = "Change the name or the origins of a project")
    public ChangedProject patch(@RestPath String id, @NotNull ProjectChangeRequest request) {
        return ChangedProject.of(sites.change(caller.get(), id, request.name(), request.origins()));
    }

    record DeletedProject(boolean ok, String deleted) {}

    @DELETE
    @Path("/{id}")
    @Needs("missions:write")
    @Operation(operationId = "deleteProject", summary = "Delete a project")
    public DeletedProject delete(@RestPath String id) {
        sites.delete(caller.get(), id);
        return new DeletedProject(true, id);
    }
}
