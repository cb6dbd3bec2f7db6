package io.groundswell.health;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether the process lives, and whether it can serve. */
@Path("/")
@Produces(APPLICATION_JSON)
class HealthResource {
    private final Health health;

    HealthResource(Health health) {
        this.health = health;
    }

    record HealthResponse(String status, String service) {}

    @GET
    @Path("/health")
    @Open
    @Operation(operationId = "getServiceHealth", summary = "Tell whether the process answers")
    public HealthResponse health() {
        // The site contract's clients know the service by this name.
        return new HealthResponse("ok", "agent-analytics");
    }

    @GET
    @Path("/ready")
    @Open
    @APIResponse(
            responseCode = "503",
            description = "No",
            content = @Content(schema = @Schema(implementation = Health.Readiness.class)))
    @Operation(operationId = "getServiceReadiness", summary = "Tell whether requests can be served")
    public RestResponse<Health.Readiness> ready() {
        return health.ready();
    }
}
