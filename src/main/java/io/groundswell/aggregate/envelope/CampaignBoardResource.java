package io.groundswell.aggregate.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.aggregate.AggregateService;
import io.groundswell.aggregate.CampaignOrder;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The campaigns of a project, compared. */
@Path("/api/v1/analytics/aggregate")
@Produces(APPLICATION_JSON)
class CampaignBoardResource {
    private final AggregateService aggregates;
    private final CurrentCaller caller;

    CampaignBoardResource(AggregateService aggregates, CurrentCaller caller) {
        this.aggregates = aggregates;
        this.caller = caller;
    }

    @GET
    @Path("/campaign-leaderboard")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getCampaignLeaderboard",
            summary = "Rank the campaigns of a project by what their videos have together, those with the most first")
    public RankingResponse<CampaignLeader> leaders(
            @BeanParam PeriodQuery posted,
            @BeanParam CutQuery stretch,
            @RestQuery
                    @Choices(value = CampaignOrder.class, several = false)
                    @Parameter(description = "What to rank by; `view_count` if it is not given")
                    String order) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.read(query, aggregates.zone(caller.owner()));
        var by = query.choice("order", order, CampaignOrder.class, CampaignOrder.VIEW_COUNT);
        var cut = stretch.read(query);
        query.check();
        var ranking = aggregates.campaigns(caller.owner(), program, period, by, cut);
        return RankingResponse.of(ranking, CampaignLeader::of);
    }

    @GET
    @Path("/member-overlap")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getMemberOverlap",
            summary =
                    "Rank pairs of campaigns of a project by how many creators are in both, those with the most first")
    public RankingResponse<OverlapResponse> overlaps(
            @RestQuery("project_id")
                    @Parameter(required = true, description = "The project whose campaigns are compared")
                    String projectId,
            @BeanParam CutQuery stretch) {
        var query = Query.ofAnalytics();
        var program = query.requiredId("project_id", projectId);
        var cut = stretch.read(query);
        query.check();
        return RankingResponse.of(aggregates.overlaps(caller.owner(), program, cut), OverlapResponse::of);
    }
}
