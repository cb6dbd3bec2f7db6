package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.Grouping;
import io.groundswell.traffic.Stats;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a site does. */
@Path("/stats")
@Produces(APPLICATION_JSON)
class StatsResource {
    private final SiteQuestions questions;
    private final Stats stats;
    private final Clock clock;
    private final CurrentCaller caller;

    StatsResource(SiteQuestions questions, Stats stats, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.stats = stats;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(
            operationId = "getStats",
            summary = "Tell how much happens on a site, who comes, and what sessions are like")
    public StatsResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery @Choices(value = Grouping.class, several = false) String groupBy) {
        var from = Since.read(since, days, 7, clock.instant());
        var grouping = grouping(groupBy);
        return questions.ask(caller.owner(), project, site -> {
            var window = site.since(from);
            return StatsResponse.of(site, window, grouping, stats.of(site, window, grouping));
        });
    }

    /** What it cannot be means days. */
    private static Grouping grouping(String asked) {
        return Arrays.stream(Grouping.values())
                .filter(one -> one.toString().equals(asked))
                .findFirst()
                .orElse(Grouping.DAY);
    }
}
