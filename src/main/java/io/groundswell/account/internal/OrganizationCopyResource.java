package io.groundswell.account.internal;

import io.groundswell.account.Operations;
import io.groundswell.account.OrganizationCopy;
import io.groundswell.wire.Attachment;
import io.groundswell.wire.Streamed;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Everything that an organization has, to be kept or to be handed to it. */
@Path("/internal/organizations/{id}/export")
class OrganizationCopyResource {
    private static final String LINES_OF_JSON = "application/x-ndjson";

    private final Operations operations;
    private final OrganizationCopy copy;
    private final RoutingContext routing;

    OrganizationCopyResource(Operations operations, OrganizationCopy copy, RoutingContext routing) {
        this.operations = operations;
        this.copy = copy;
        this.routing = routing;
    }

    @GET
    @Produces(LINES_OF_JSON)
    @APIResponse(
            responseCode = "200",
            description = "A line for the organization, one for each row, and one with their number",
            content = @Content(mediaType = LINES_OF_JSON, schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "exportOrganization", summary = "Copy all that an organization has")
    public Response get(@RestPath String id) {
        var organization = operations.get(id);
        var rows = Streamed.of(routing, "Copy of " + id, out -> copy.write(organization.id(), out));
        return Attachment.of(rows, LINES_OF_JSON, id + ".ndjson").build();
    }
}
