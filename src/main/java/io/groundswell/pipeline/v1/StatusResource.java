package io.groundswell.pipeline.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** How a mission is getting on. */
@Path("/v1/missions/{id}/status")
@Produces(APPLICATION_JSON)
class StatusResource {
    private final MissionProgress progress;
    private final CurrentCaller caller;

    StatusResource(MissionProgress progress, CurrentCaller caller) {
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @Needs("missions:read")
    @Operation(operationId = "getMissionStatus", summary = "Tell how a mission is getting on")
    public StatusResponse get(@RestPath String id) {
        return progress.of(caller.owner(), id);
    }
}
