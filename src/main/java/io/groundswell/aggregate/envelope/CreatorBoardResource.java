package io.groundswell.aggregate.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.aggregate.AggregateService;
import io.groundswell.aggregate.CreatorOrder;
import io.groundswell.aggregate.RhythmOrder;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The creators of a project, compared. */
@Path("/api/v1/analytics/aggregate")
@Produces(APPLICATION_JSON)
class CreatorBoardResource {
    private final AggregateService aggregates;
    private final Clock clock;
    private final CurrentCaller caller;

    CreatorBoardResource(AggregateService aggregates, Clock clock, CurrentCaller caller) {
        this.aggregates = aggregates;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Path("/creator-leaderboard")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getCreatorLeaderboard",
            summary = "Rank the creators of a project by what their videos have together, those with the most first")
    public RankingResponse<CreatorLeader> leaders(
            @BeanParam PeriodQuery posted,
            @BeanParam CutQuery stretch,
            @RestQuery
                    @Choices(value = CreatorOrder.class, several = false)
                    @Parameter(description = "What to rank by; `view_count` if it is not given")
                    String order) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.read(query, aggregates.zone(caller.owner()));
        var by = query.choice("order", order, CreatorOrder.class, CreatorOrder.VIEW_COUNT);
        var cut = stretch.read(query);
        query.check();
        var ranking = aggregates.creators(caller.owner(), program, period, by, cut);
        return RankingResponse.of(ranking, CreatorLeader::of);
    }

    @GET
    @Path("/creator-scatter")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getCreatorScatter",
            summary = "Tell followers, mean views, engagement and posts of each creator of a project")
    public RankingResponse<CreatorPoint> points(
            @BeanParam PeriodQuery posted,
            @BeanParam CutQuery stretch,
            @RestQuery
                    @Choices(value = CreatorOrder.class, several = false)
                    @Parameter(description = "What to rank by; `avg_views` if it is not given")
                    String order) {
        var query = Query.ofAnalytics();
        var program = posted.program(query);
        var period = posted.read(query, aggregates.zone(caller.owner()));
        var by = query.choice("order", order, CreatorOrder.class, CreatorOrder.AVG_VIEWS);
        var cut = stretch.readPoints(query);
        query.check();
        var ranking = aggregates.creators(caller.owner(), program, period, by, cut);
        return RankingResponse.of(ranking, CreatorPoint::of);
    }

    @GET
    @Path("/posting-consistency")
    @Needs("read")
    @Refuses("not_found")
    @Operation(
            operationId = "getPostingConsistency",
            summary = "Tell how many videos each creator of a project posts in a week, and how evenly")
    public ConsistencyResponse rhythms(
            @BeanParam WeeksQuery asked,
            @BeanParam CutQuery stretch,
            @RestQuery
                    @Choices(value = RhythmOrder.class, several = false)
                    @Parameter(description = "What to rank by; `posts_per_week` if it is not given")
                    String order) {
        var query = Query.ofAnalytics();
        var program = query.requiredId("project_id", asked.projectId());
        var weeks = asked.read(query, aggregates.zone(caller.owner()), clock.instant());
        var by = query.choice("order", order, RhythmOrder.class, RhythmOrder.POSTS_PER_WEEK);
        var cut = stretch.read(query);
        query.check();
        var ranking = aggregates.rhythms(caller.owner(), program, weeks, by, cut);
        return ConsistencyResponse.of(ranking, weeks);
    }
}
