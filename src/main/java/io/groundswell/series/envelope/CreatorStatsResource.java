package io.groundswell.series.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.series.SeriesError;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Where figures of a creator used to be. */
@Path("/api/v1/creators/{id}/stats")
@Produces(APPLICATION_JSON)
class CreatorStatsResource {

    @GET
    @Needs("read")
    @Refuses("gone")
    @Operation(operationId = "getCreatorStats", summary = "Gone: ask /api/v1/analytics with entity=creator")
    public void get(@RestPath String id) {
        throw Refusal.of(
                SeriesError.GONE,
                "This endpoint is gone. Ask /api/v1/analytics?entity=creator&entity_id=%s&metric=views",
                id);
    }
}
