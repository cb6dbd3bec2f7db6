package io.groundswell.mission.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.v1.V1;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Ends a mission before its time. */
@Path("/v1/missions/{id}/complete")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MissionCompleteResource {
    private final MissionService missions;
    private final CurrentCaller caller;

    MissionCompleteResource(MissionService missions, CurrentCaller caller) {
        this.missions = missions;
        this.caller = caller;
    }

    record CompletedResponse(String id, MissionStatus status, String completedAt) {}

    @POST
    @Needs("missions:write")
    @Idempotent
    @Operation(operationId = "completeMission", summary = "End a mission early")
    public CompletedResponse post(@RestPath String id) {
        var mission = missions.complete(caller.owner(), id);
        return new CompletedResponse(
                mission.id(), mission.status(), V1.time(mission.term().completedAt()));
    }
}
