package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.performance.CostReport;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What an organization paid, and what for. */
@Path("/v1/analytics/costs")
@Produces(APPLICATION_JSON)
class CostsResource {
    private final CostReport report;
    private final PeriodParam periods;
    private final CurrentCaller caller;

    CostsResource(CostReport report, PeriodParam periods, CurrentCaller caller) {
        this.report = report;
        this.periods = periods;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Refuses({"invalid_period", "not_found"})
    @Operation(operationId = "getCosts", summary = "Tell what was paid, and for what")
    public CostsResponse get(
            @RestQuery String period,
            @RestQuery("start_date") String startDate,
            @RestQuery("end_date") String endDate,
            @RestQuery("mission_id") String missionId) {
        var owner = caller.owner();
        return CostsResponse.of(report.of(owner, periods.of(owner, period, startDate, endDate), missionId));
    }
}
