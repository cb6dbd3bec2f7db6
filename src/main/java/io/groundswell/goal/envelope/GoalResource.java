package io.groundswell.goal.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.goal.GoalService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Ids;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;

/** Goals, whosesoever they are. */
@Path("/api/v1/goals/{id}")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class GoalResource {
    private final GoalService goals;
    private final BodyReader reader;
    private final CurrentCaller caller;

    GoalResource(GoalService goals, BodyReader reader, CurrentCaller caller) {
        this.goals = goals;
        this.reader = reader;
        this.caller = caller;
    }

    @PATCH
    @Needs("write")
    @Operation(operationId = "changeGoal", summary = "Change what a creator is to reach, from the period at hand on")
    public Envelope<GoalResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = GoalForm.class))) JsonNode body) {
        var goalId = Ids.inPath("id", id);
        var form = reader.read(body, GoalForm.class, read -> read.brokenByChange(body));
        return Envelope.of(GoalResponse.of(goals.change(caller.get(), goalId, form::changed)));
    }

    @DELETE
    @Needs("write")
    @Operation(operationId = "deleteGoal", summary = "Delete a goal")
    public Envelope<GoalResponse> delete(@RestPath String id) {
        return Envelope.of(GoalResponse.of(goals.delete(caller.get(), Ids.inPath("id", id))));
    }
}
