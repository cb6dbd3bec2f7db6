package io.groundswell.aggregate.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.aggregate.AggregateService;
import io.groundswell.aggregate.VideoOrder;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeItems;
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

/** The videos of a project, compared. */
@Path("/api/v1/analytics/aggregate")
@Produces(APPLICATION_JSON)
class VideoBoardResource {
    private final AggregateService aggregates;
    private final CurrentCaller caller;

    VideoBoardResource(AggregateService aggregates, CurrentCaller caller) {
        this.aggregates = aggregates;
        this.caller = caller;
    }

    @GET
    @Path("/video-leaderboard")
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "getVideoLeaderboard", summary = "Rank the videos of a project, those with the most first")
    public RankingResponse<VideoLeader> leaders(
            @BeanParam PeriodQuery posted,
            @BeanParam CutQuery stretch,
            @RestQuery
                    @Choices(value = VideoOrder.class, several = false)
                    @Parameter(description = "What to rank by; `view_count` if it is not given")
                    String order) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.read(query, aggregates.zone(caller.owner()));
        var by = query.choice("order", order, VideoOrder.class, VideoOrder.VIEW_COUNT);
        var cut = stretch.read(query);
        query.check();
        var ranking = aggregates.videos(caller.owner(), program, period, by, cut);
        return RankingResponse.of(ranking, VideoLeader::of);
    }

    @GET
    @Path("/posting-heatmap")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getPostingHeatmap",
            summary = "Tell in which hours of the week a project's videos are posted, and how they do")
    public EnvelopeItems<HeatmapCell> hours(@BeanParam PeriodQuery posted) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.readClosed(query, aggregates.zone(caller.owner()));
        query.check();
        return EnvelopeItems.of(aggregates.hours(caller.owner(), program, period), HeatmapCell::of);
    }

    @GET
    @Path("/view-distribution")
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "getViewDistribution", summary = "Tell how many videos of a project have how many views")
    public Envelope<DistributionResponse> distribution(@BeanParam PeriodQuery posted) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.read(query, aggregates.zone(caller.owner()));
        query.check();
        return Envelope.of(DistributionResponse.of(aggregates.distribution(caller.owner(), program, period)));
    }

    @GET
    @Path("/outliers")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getOutliers",
            summary =
                    "Find videos with far more or far fewer views than the project's median, those with the most first")
    public OutliersResponse outliers(
            @BeanParam PeriodQuery posted, @BeanParam OutliersQuery far, @BeanParam CutQuery stretch) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.read(query, aggregates.zone(caller.owner()));
        var side = far.side(query);
        var ratio = far.ratio(query);
        var cut = stretch.read(query);
        query.check();
        return OutliersResponse.of(aggregates.outliers(caller.owner(), program, period, side, ratio, cut));
    }
}
