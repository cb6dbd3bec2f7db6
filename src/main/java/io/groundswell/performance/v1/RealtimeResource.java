package io.groundswell.performance.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Realtime;
import io.groundswell.performance.RealtimeReport;
import io.groundswell.performance.Slice;
import io.groundswell.performance.Velocity;
import io.groundswell.publishing.Upcoming;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.v1.V1;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How an organization stands right now. */
@Path("/v1/analytics/realtime")
@Produces(APPLICATION_JSON)
class RealtimeResource {
    private final RealtimeReport report;
    private final CurrentCaller caller;

    RealtimeResource(RealtimeReport report, CurrentCaller caller) {
        this.report = report;
        this.caller = caller;
    }

    record LastDay(long postsPublished, long impressions, long engagements, double engagementRate) {
        static LastDay of(Slice slice) {
            var figures = slice.figures();
            return new LastDay(slice.posts(), figures.impressions(), figures.engagements(), figures.engagementRate());
        }
    }

    record ActiveContent(
            String contentId,
            String publishedAt,
            Platform platform,
            long currentImpressions,
            long currentEngagements,
            Velocity velocity,
            boolean trending) {
        static ActiveContent of(Realtime.ActivePost post) {
            return new ActiveContent(
                    post.contentId(),
                    V1.time(post.publishedAt()),
                    post.platform(),
                    post.figures().impressions(),
                    post.figures().engagements(),
                    post.velocity(),
                    post.trending());
        }
    }

    record NextScheduled(String contentId, String scheduledFor, Platform platform) {
        static NextScheduled of(Upcoming post) {
            return new NextScheduled(post.contentId(), V1.time(post.at()), post.platform());
        }
    }

    record RealtimeResponse(
            String asOf,
            @JsonProperty("last_24h") LastDay lastDay,
            List<ActiveContent> activeContent,
            List<NextScheduled> nextScheduled) {}

    @GET
    @Needs("analytics:read")
    @Operation(operationId = "getRealtime", summary = "Tell how the organization stands right now")
    public RealtimeResponse get() {
        var realtime = report.of(caller.owner());
        return new RealtimeResponse(
                V1.time(realtime.asOf()),
                LastDay.of(realtime.lastDay()),
                realtime.active().stream().map(ActiveContent::of).toList(),
                realtime.next().stream().map(NextScheduled::of).toList());
    }
}
