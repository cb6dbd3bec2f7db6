package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.mission.Platform;
import io.groundswell.performance.Granularity;
import io.groundswell.performance.Overview;
import io.groundswell.performance.OverviewReport;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** How an organization did. */
@Path("/v1/analytics")
@Produces(APPLICATION_JSON)
class OverviewResource {
    private final OverviewReport report;
    private final PeriodParam periods;
    private final PostExcerpts excerpts;
    private final CurrentCaller caller;

    OverviewResource(OverviewReport report, PeriodParam periods, PostExcerpts excerpts, CurrentCaller caller) {
        this.report = report;
        this.periods = periods;
        this.excerpts = excerpts;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Refuses({"invalid_period", "validation_error"})
    @Operation(operationId = "getOverview", summary = "Tell how the organization did")
    public OverviewResponse get(
            @RestQuery String period,
            @RestQuery("start_date") String startDate,
            @RestQuery("end_date") String endDate,
            @RestQuery @Choices(Platform.class) String platforms,
            @RestQuery @Choices(value = Granularity.class, several = false) String granularity) {
        var owner = caller.owner();
        var overview = report.of(
                owner,
                periods.of(owner, period, startDate, endDate),
                V1.choices("platforms", platforms, Platform.class),
                granularity == null ? Granularity.DAY : granularity(granularity));
        return OverviewResponse.of(overview, excerpts.of(owner, contents(overview)));
    }

    private static List<String> contents(Overview overview) {
        return overview.top().stream().map(Overview.TopPost::contentId).toList();
    }

    private static Granularity granularity(String text) {
        return Arrays.stream(Granularity.values())
                .filter(known -> known.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("granularity", "granularity must be one of hour, day, week, month"));
    }
}
