package io.groundswell.visitor.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.SiteService;
import io.groundswell.site.flat.Most;
import io.groundswell.visitor.UserCursor;
import io.groundswell.visitor.UserData;
import io.groundswell.visitor.VisitorService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What is kept of one user, for whoever asks what it is, or that it goes. */
@Path("/projects/{id}/users/{user_id}")
@Produces(APPLICATION_JSON)
class UserResource {
    private static final int MOST = 1_000;

    private final SiteService sites;
    private final SiteQuestions questions;
    private final UserData data;
    private final VisitorService visitors;
    private final CurrentCaller caller;

    UserResource(
            SiteService sites, SiteQuestions questions, UserData data, VisitorService visitors, CurrentCaller caller) {
        this.sites = sites;
        this.questions = questions;
        this.data = data;
        this.visitors = visitors;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Operation(operationId = "getProjectUser", summary = "Read all that is kept of a user, page by page")
    public UserResponse get(
            @RestPath String id,
            @RestPath("user_id") @Parameter(description = "Any of the ids of the user") String userId,
            @RestQuery String limit,
            @RestQuery @Parameter(description = "The `next_cursor` of the page before") String cursor) {
        var name = sites.get(caller.owner(), id).name();
        var from = UserCursor.parse(cursor);
        var most = Most.read(limit, 1, MOST, MOST);
        return questions.ask(caller.owner(), name, site -> UserResponse.of(site, data.page(site, userId, from, most)));
    }

    /** @param queued whether some is still to be deleted */
    record ErasedUser(boolean ok, String deleted, boolean queued) {}

    @DELETE
    @Needs("missions:write")
    @APIResponse(
            responseCode = "200",
            description = "All is gone",
            content = @Content(schema = @Schema(implementation = ErasedUser.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is going, which takes longer where there is much",
            content = @Content(schema = @Schema(implementation = ErasedUser.class)))
    @Operation(operationId = "eraseProjectUser", summary = "Delete all that is kept of a user")
    public RestResponse<ErasedUser> delete(
            @RestPath String id,
            @RestPath("user_id") @Parameter(description = "Any of the ids of the user") String userId) {
        var gone = visitors.erase(caller.get(), id, userId);
        return RestResponse.status(
                gone ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, new ErasedUser(true, userId, !gone));
    }
}
