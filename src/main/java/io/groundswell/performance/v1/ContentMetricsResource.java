package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Sample;
import io.groundswell.mission.Platform;
import io.groundswell.performance.ToldMetrics;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.v1.V1;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Counters of published items that callers know from elsewhere. */
@Path("/v1/content/{id}/metrics")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ContentMetricsResource {
    private final ToldMetrics metrics;
    private final CurrentCaller caller;

    ContentMetricsResource(ToldMetrics metrics, CurrentCaller caller) {
        this.metrics = metrics;
        this.caller = caller;
    }

    record RecordRequest(
            String at,
            @Min(0) @Max(Sample.MOST) Long impressions,
            @Min(0) @Max(Sample.MOST) Long reach,
            @Min(0) @Max(Sample.MOST) Long likes,
            @Min(0) @Max(Sample.MOST) Long comments,
            @Min(0) @Max(Sample.MOST) Long shares,
            @Min(0) @Max(Sample.MOST) Long saves,
            @Min(0) @Max(Sample.MOST) Long linkClicks,
            @Min(0) @Max(Sample.MOST) Long profileVisits,
            @Min(0) @Max(Sample.MOST) Long followersGained,
            @Min(0) @Max(Sample.MOST) Long views) {
        Map<Counter, Long> counters() {
            var counters = new EnumMap<Counter, Long>(Counter.class);
            put(counters, Counter.IMPRESSIONS, impressions);
            put(counters, Counter.REACH, reach);
            put(counters, Counter.LIKES, likes);
            put(counters, Counter.COMMENTS, comments);
            put(counters, Counter.SHARES, shares);
            put(counters, Counter.SAVES, saves);
            put(counters, Counter.LINK_CLICKS, linkClicks);
            put(counters, Counter.PROFILE_VISITS, profileVisits);
            put(counters, Counter.FOLLOWERS_GAINED, followersGained);
            put(counters, Counter.VIEWS, views);
            return counters;
        }

        private static void put(Map<Counter, Long> counters, Counter counter, Long value) {
            if (value != null) {
                counters.put(counter, value);
            }
        }
    }

    record MetricsResponse(String contentId, Platform platform, String publishedAt, String at, MetricsView metrics) {}

    @POST
    @Needs("content:write")
    @Idempotent
    @Operation(operationId = "recordContentMetrics", summary = "Tell the counters of a published item")
    public MetricsResponse post(@RestPath String id, @Valid @NotNull RecordRequest request) {
        var standing = metrics.record(caller.owner(), id, V1.instant("at", request.at()), request.counters());
        var content = standing.content();
        return new MetricsResponse(
                content.id(),
                content.platform(),
                V1.time(content.publication().publishedAt()),
                V1.time(standing.at()),
                MetricsView.of(standing.figures(), standing.views()));
    }
}
