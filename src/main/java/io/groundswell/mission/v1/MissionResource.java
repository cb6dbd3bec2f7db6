package io.groundswell.mission.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import io.groundswell.account.OrganizationService;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Page;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.limit.EndpointLimits;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Missions: made, found, changed and deleted. */
@Path("/v1/missions")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class MissionResource {
    private final MissionService missions;
    private final MissionForms forms;
    private final Expansions expansions;
    private final OrganizationService organizations;
    private final EndpointLimits limits;
    private final CurrentCaller caller;

    MissionResource(
            MissionService missions,
            MissionForms forms,
            Expansions expansions,
            OrganizationService organizations,
            EndpointLimits limits,
            CurrentCaller caller) {
        this.missions = missions;
        this.forms = forms;
        this.expansions = expansions;
        this.organizations = organizations;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Needs("missions:write")
    @Idempotent
    @Transactional
    @ResponseStatus(201)
    @Operation(operationId = "createMission", summary = "Make a mission")
    public CreatedMissionResponse create(
            @RequestBody(content = @Content(schema = @Schema(implementation = MissionForm.class))) JsonNode body) {
        var form = forms.read(body);
        limits.charge(caller.owner(), "POST /missions", organization().granted(Limit.MISSIONS_PER_HOUR));
        return CreatedMissionResponse.of(
                missions.create(caller.owner(), caller.userId(), form.brief(), form.startsNow(), form.start()));
    }

    @GET
    @Needs("missions:read")
    @Operation(operationId = "listMissions", summary = "List missions")
    public V1List<MissionRow> list(
            @RestQuery @Choices(MissionStatus.class) String status,
            @RestQuery @Choices(Platform.class) String platform,
            @RestQuery @Choices(words = {"content", "analytics"}) String expand,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        var wanted = wanted(expand);
        var request = V1.page(limit, startingAfter, endingBefore);
        var page = missions.list(
                caller.owner(),
                V1.choices("status", status, MissionStatus.class),
                V1.choices("platform", platform, Platform.class),
                request);
        var fields = Expansions.of(caller.owner(), idsFromCursor(page, request), wanted);
        return V1List.of(
                page.with(mission -> fields.containsKey(mission.id())),
                mission -> MissionRow.of(mission, fields.get(mission.id())));
    }

    private static List<String> idsFromCursor(Page<Mission> page, Page.Request request) {
        var ids = new ArrayList<>(page.items().stream().map(Mission::id).toList());
        if (request.backwards()) {
            Collections.reverse(ids);
        }
        return ids;
    }

    @GET
    @Path("/{id}")
    @Needs("missions:read")
    @Operation(operationId = "getMission", summary = "Read a mission")
    public MissionResponse get(
            @RestPath String id, @RestQuery @Choices(words = {"content", "analytics"}) String expand) {
        var wanted = wanted(expand);
        var mission = missions.get(caller.owner(), id);
        var fields = Expansions.of(caller.owner(), List.of(id), wanted);
        return MissionResponse.of(mission, organization(), fields.get(id));
    }

    @PUT
    @Path("/{id}")
    @Needs("missions:write")
    @Idempotent
    @Transactional
    @Operation(operationId = "changeMission", summary = "Change a mission")
    public MissionResponse put(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = MissionForm.class))) JsonNode body) {
        var form = forms.read(missions.hold(caller.owner(), id), organization(), body);
        return MissionResponse.of(missions.change(caller.get(), id, form.brief(), form.startsNow()), organization());
    }

    private List<MissionExpansion> wanted(String expand) {
        var wanted = expansions.named(expand);
        wanted.forEach(expansion -> caller.require(expansion.scope()));
        return wanted;
    }

    private Organization organization() {
        return organizations.get(caller.owner().organizationId());
    }

    record DeletedResponse(String id, boolean deleted) {}

    @DELETE
    @Path("/{id}")
    @Needs("missions:write")
    @Operation(operationId = "deleteMission", summary = "Delete a mission with all its content")
    public DeletedResponse delete(@RestPath String id) {
        missions.delete(caller.owner(), id);
        return new DeletedResponse(id, true);
    }
}
