package io.groundswell.goal.envelope;

import static io.groundswell.goal.GoalStatus.AT_RISK;
import static io.groundswell.goal.GoalStatus.BEHIND_PACE;
import static io.groundswell.goal.GoalStatus.COMPLETED;
import static io.groundswell.goal.GoalStatus.MISSED;
import static io.groundswell.goal.GoalStatus.ON_TRACK;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.goal.ComplianceService;
import io.groundswell.goal.GoalStatus;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How many goals of a project have which status. */
@Path("/api/v1/analytics/aggregate/goal-compliance")
@Produces(APPLICATION_JSON)
class AggregateComplianceResource {
    private final ComplianceService compliance;
    private final CurrentCaller caller;

    AggregateComplianceResource(ComplianceService compliance, CurrentCaller caller) {
        this.compliance = compliance;
        this.caller = caller;
    }

    record GoalCounts(long onTrack, long behindPace, long atRisk, long completed, long missed) {
        static GoalCounts of(Map<GoalStatus, Long> counts) {
            return new GoalCounts(
                    counts.getOrDefault(ON_TRACK, 0L),
                    counts.getOrDefault(BEHIND_PACE, 0L),
                    counts.getOrDefault(AT_RISK, 0L),
                    counts.getOrDefault(COMPLETED, 0L),
                    counts.getOrDefault(MISSED, 0L));
        }
    }

    @GET
    @Needs("read")
    @Refuses({"not_found", "retention_exceeded"})
    @Operation(operationId = "countGoalCompliance", summary = "Count the goals of a project by status")
    public Envelope<GoalCounts> get(
            @RestQuery("project_id") @Parameter(required = true, description = "The project") String projectId,
            @BeanParam ComplianceQuery parameters) {
        var query = Query.ofAnalytics();
        var programId = query.requiredId("project_id", projectId);
        var wish = parameters.read(query, programId);
        return Envelope.of(GoalCounts.of(compliance.counts(caller.owner(), wish)));
    }
}
