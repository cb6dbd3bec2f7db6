package io.groundswell.health;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
    public HealthResponse health() {
        // The site contract's clients know the service by this name.
        return new HealthResponse("ok", "agent-analytics");
    }

    @GET
    @Path("/ready")
    @Open
    public RestResponse<Health.Readiness> ready() {
        return health.ready();
    }
}
