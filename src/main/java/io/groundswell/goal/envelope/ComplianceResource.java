package io.groundswell.goal.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.goal.ComplianceService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** How the creators of a project do with their goals. */
@Path("/api/v1/projects/{projectId}/goal-compliance")
@Produces(APPLICATION_JSON)
class ComplianceResource {
    private final ComplianceService compliance;
    private final CurrentCaller caller;

    ComplianceResource(ComplianceService compliance, CurrentCaller caller) {
        this.compliance = compliance;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("retention_exceeded")
    @Operation(operationId = "getGoalCompliance", summary = "Tell how creators do with their goals")
    public Envelope<List<ComplianceResponse>> get(@RestPath String projectId, @BeanParam ComplianceQuery query) {
        var refusals = Query.ofAnalytics();
        var wish = query.read(refusals, refusals.inPath("projectId", projectId));
        return Envelope.of(compliance.of(caller.owner(), wish).stream()
                .map(ComplianceResponse::of)
                .toList());
    }
}
