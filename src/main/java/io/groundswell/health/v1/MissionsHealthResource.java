package io.groundswell.health.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.health.Health;
import io.groundswell.wire.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
    public HealthResponse health() {
        return new HealthResponse("ok");
    }

    @GET
    @Path("/ready")
    @Open
    public RestResponse<Health.Readiness> ready() {
        return health.ready();
    }
}
