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

/** Lets a mission run on, or starts one that never ran. */
@Path("/v1/missions/{id}/resume")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MissionResumeResource {
    private final MissionService missions;
    private final CurrentCaller caller;

    MissionResumeResource(MissionService missions, CurrentCaller caller) {
        this.missions = missions;
        this.caller = caller;
    }

    record ResumedResponse(String id, MissionStatus status, String resumedAt, String adjustedEndsAt) {}

    @POST
    @Needs("missions:write")
    @Idempotent
    @Operation(operationId = "resumeMission", summary = "Resume a mission, or start a draft")
    public ResumedResponse post(@RestPath String id) {
        var mission = missions.resume(caller.owner(), id);
        return new ResumedResponse(
                mission.id(), mission.status(), V1.time(mission.updatedAt()), V1.time(mission.endsAt()));
    }
}
