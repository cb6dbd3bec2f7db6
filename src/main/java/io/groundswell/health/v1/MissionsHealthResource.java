package io.groundswell.health.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.health.Health;
import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** The same under the prefix of the missions contract, whose clients know no other address. */
@Path("/v1")
@Produces(APPLICATION_JSON)
class MissionsHealthResource {
    private final Health health;

    MissionsHealthResource(Health health) {
        this.health = health;
    }

    record HealthResponse(String status) {}

    @GET
    @Path("/health")
    @Open
    @Operation(operationId = "getHealth", summary = "Tell whether the process answers")
    public HealthResponse health() {
        return new HealthResponse("ok");
    }

    @GET
    @Path("/ready")
    @Open
    @APIResponse(
            responseCode = "503",
            description = "No",
            content = @Content(schema = @Schema(implementation = Health.Readiness.class)))
    @Operation(operationId = "getReadiness", summary = "Tell whether requests can be served")
    public RestResponse<Health.Readiness> ready() {
        return health.ready();
    }
}
