package io.groundswell.goal.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.goal.GoalService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Goals of one creator. */
@Path("/api/v1/creators/{id}/goals")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class CreatorGoalsResource {
    private final GoalService goals;
    private final BodyReader reader;
    private final CurrentCaller caller;

    CreatorGoalsResource(GoalService goals, BodyReader reader, CurrentCaller caller) {
        this.goals = goals;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "listGoals", summary = "List the goals of a creator, the newest first")
    public EnvelopeList<GoalResponse> list(@RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var creatorId = query.inPath("id", id);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(goals.list(caller.owner(), creatorId, most, edge), GoalResponse::edge, GoalResponse::of);
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses("limit_reached")
    @Operation(operationId = "createGoal", summary = "Set a creator a goal")
    public Envelope<GoalResponse> create(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = GoalForm.class))) JsonNode body) {
        var creatorId = Ids.inPath("id", id);
        var form = reader.read(body, GoalForm.class, read -> read.brokenByNew(body));
        return Envelope.of(GoalResponse.of(goals.create(caller.get(), creatorId, form.aim())));
    }
}
