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

/** Holds a mission: nothing is made or published, and its time stands still. */
@Path("/v1/missions/{id}/pause")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MissionPauseResource {
    private final MissionService missions;
    private final CurrentCaller caller;

    MissionPauseResource(MissionService missions, CurrentCaller caller) {
        this.missions = missions;
        this.caller = caller;
    }

    record PausedResponse(String id, MissionStatus status, String pausedAt) {}

    @POST
    @Needs("missions:write")
    @Idempotent
    @Operation(operationId = "pauseMission", summary = "Pause a mission")
    public PausedResponse post(@RestPath String id) {
        var mission = missions.pause(caller.owner(), id);
        return new PausedResponse(mission.id(), mission.status(), V1.time(mission.pausedAt()));
    }
}
