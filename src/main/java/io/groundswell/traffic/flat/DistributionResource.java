package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.Distribution;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How long sessions last. */
@Path("/sessions/distribution")
@Produces(APPLICATION_JSON)
class DistributionResource {
    private final SiteQuestions questions;
    private final Distribution distribution;
    private final Clock clock;
    private final CurrentCaller caller;

    DistributionResource(SiteQuestions questions, Distribution distribution, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.distribution = distribution;
        this.clock = clock;
        this.caller = caller;
    }

    record LengthResponse(
            @Schema(description = "How long they last: 0s, 1-10s, 10-30s, 30-60s, 1-3m, 3-10m or 10m+")
            String bucket,

            long sessions,
            long bounces,
            BigDecimal avgEvents,

            @Schema(description = "Of all sessions, from 0 to 100")
            BigDecimal pct) {

        static LengthResponse of(Distribution.Part part) {
            return new LengthResponse(part.length(), part.sessions(), part.bounces(), part.events(), part.percent());
        }
    }

    record DistributionResponse(
            String project,

            @Schema(description = "Only what has sessions, the shortest first")
            List<LengthResponse> distribution,

            @Schema(description = "Where half of the sessions are reached") @Nullable
            String medianBucket,

            @Schema(description = "Sessions of 30 seconds or more, from 0 to 100")
            BigDecimal engagedPct) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "getSessionDistribution", summary = "Tell how long sessions last")
    public DistributionResponse get(
            @Parameter(required = true) @RestQuery String project, @RestQuery String since, @RestQuery String days) {
        var from = Since.read(since, days, 7, clock.instant());
        return questions.ask(caller.owner(), project, site -> {
            var answer = distribution.of(site, site.since(from));
            return new DistributionResponse(
                    site.name(),
                    answer.parts().stream().map(LengthResponse::of).toList(),
                    answer.median().orElse(null),
                    answer.engaged());
        });
    }
}
