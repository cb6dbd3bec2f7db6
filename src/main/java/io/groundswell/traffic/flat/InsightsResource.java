package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.shared.Refusal;
import io.groundswell.site.SiteQuestions;
import io.groundswell.traffic.Insights;
import io.groundswell.traffic.TrafficError;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a site does beside how it did. */
@Path("/insights")
@Produces(APPLICATION_JSON)
class InsightsResource {
    private static final Map<String, Integer> PERIODS = Map.of("1d", 1, "7d", 7, "14d", 14, "30d", 30, "90d", 90);

    private final SiteQuestions questions;
    private final Insights insights;
    private final CurrentCaller caller;

    InsightsResource(SiteQuestions questions, Insights insights, CurrentCaller caller) {
        this.questions = questions;
        this.insights = insights;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "INVALID_PERIOD", "NOT_FOUND"})
    @Operation(operationId = "getInsights", summary = "Compare how a site does with how it did just before")
    public InsightsResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery
                    @Parameter(
                            description =
                                    "How many days before today the current period begins; `7d` if it is not given")
                    @Choices(
                            words = {"1d", "7d", "14d", "30d", "90d"},
                            several = false)
                    String period) {
        return questions.ask(
                caller.owner(), project, site -> InsightsResponse.of(site.name(), insights.of(site, days(period))));
    }

    private static int days(String period) {
        var days = PERIODS.get(period == null ? "7d" : period);
        if (days == null) {
            throw Refusal.on(TrafficError.INVALID_PERIOD, "period", "period must be 1d, 7d, 14d, 30d or 90d");
        }
        return days;
    }
}
