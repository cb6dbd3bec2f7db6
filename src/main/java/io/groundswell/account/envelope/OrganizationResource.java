package io.groundswell.account.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.account.OrganizationService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.ByAdministrators;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** The organization that a key belongs to. */
@Path("/api/v1/organization")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class OrganizationResource {
    private final OrganizationService organizations;
    private final BodyReader reader;
    private final CurrentCaller caller;

    OrganizationResource(OrganizationService organizations, BodyReader reader, CurrentCaller caller) {
        this.organizations = organizations;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "getCreatorOrganization", summary = "Read the organization with its settings and limits")
    public Envelope<OrganizationResponse> get() {
        return Envelope.of(
                OrganizationResponse.of(organizations.get(caller.owner().organizationId())));
    }

    @PATCH
    @Needs("write")
    @ByAdministrators
    @Operation(operationId = "changeCreatorOrganization", summary = "Change the organization's name or time zone")
    public Envelope<OrganizationResponse> patch(
            @RequestBody(content = @Content(schema = @Schema(implementation = OrganizationForm.class))) JsonNode body) {
        var form = reader.read(body, OrganizationForm.class, read -> read.broken(body));
        return Envelope.of(OrganizationResponse.of(organizations.change(caller.get(), form.name(), form.zone())));
    }
}
