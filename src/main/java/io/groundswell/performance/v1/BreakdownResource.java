package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.performance.BreakdownReport;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What does well. */
@Path("/v1/analytics/performance")
@Produces(APPLICATION_JSON)
class BreakdownResource {
    private final BreakdownReport report;
    private final PeriodParam periods;
    private final CurrentCaller caller;

    BreakdownResource(BreakdownReport report, PeriodParam periods, CurrentCaller caller) {
        this.report = report;
        this.periods = periods;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Refuses({"invalid_period", "not_found"})
    @Operation(operationId = "getPerformance", summary = "Tell what does well")
    public BreakdownResponse get(@BeanParam BreakdownQuery query) {
        var owner = caller.owner();
        var period = periods.of(owner, query.period(), query.startDate(), query.endDate());
        return BreakdownResponse.of(report.of(owner, period, query.missionId(), query.wish()));
    }
}
