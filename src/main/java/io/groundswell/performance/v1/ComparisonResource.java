package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.performance.ComparisonReport;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How one period compares with another. */
@Path("/v1/analytics/compare")
@Produces(APPLICATION_JSON)
class ComparisonResource {
    private final ComparisonReport report;
    private final PeriodParam periods;
    private final CurrentCaller caller;

    ComparisonResource(ComparisonReport report, PeriodParam periods, CurrentCaller caller) {
        this.report = report;
        this.periods = periods;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Refuses("invalid_period")
    @Operation(operationId = "comparePeriods", summary = "Compare two periods")
    public ComparisonResponse get(
            @Parameter(required = true) @RestQuery String period1,
            @Parameter(required = true) @RestQuery String period2) {
        var owner = caller.owner();
        return ComparisonResponse.of(report.of(
                owner, periods.require(owner, "period1", period1), periods.require(owner, "period2", period2)));
    }
}
