package io.groundswell.live.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.live.LiveFigures;
import io.groundswell.live.LiveFigures.Answer;
import io.groundswell.live.LiveFigures.Counted;
import io.groundswell.live.LiveFigures.Page;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Most;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What is going on on a site. */
@Path("/live")
@Produces(APPLICATION_JSON)
class LiveResource {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 300;
    private static final int MINUTE = 60;

    private final SiteQuestions questions;
    private final LiveFigures figures;
    private final CurrentCaller caller;

    LiveResource(SiteQuestions questions, LiveFigures figures, CurrentCaller caller) {
        this.questions = questions;
        this.figures = figures;
        this.caller = caller;
    }

    record Recent(
            String event,

            @JsonRawValue
            @Nullable
            @Schema(
                    implementation = ObjectNode.class,
                    description = "As they were told, and what `User-Agent` told besides")
            String properties,

            @Nullable String userId,
            @Schema(description = "In Unix milliseconds") long timestamp) {
        static Recent of(LiveFigures.Recent event) {
            return new Recent(
                    event.event(),
                    event.properties(),
                    event.userId(),
                    event.at().toEpochMilli());
        }
    }

    record LiveResponse(
            String project,
            int windowSeconds,

            @Schema(description = "Now, in Unix milliseconds")
            long timestamp,

            long activeVisitors,
            long activeSessions,
            long eventsPerMinute,

            @Schema(description = "The ten with most visitors")
            List<Page> topPages,

            @Schema(description = "The ten that came most often")
            List<Counted> topEvents,

            @Schema(description = "The last ten, the newest first")
            List<Recent> recentEvents) {
        static LiveResponse of(String project, int seconds, Answer answer) {
            return new LiveResponse(
                    project,
                    seconds,
                    answer.now().toEpochMilli(),
                    answer.visitors(),
                    answer.sessions(),
                    Math.round((double) answer.events() * MINUTE / seconds),
                    answer.pages(),
                    answer.names(),
                    answer.recent().stream().map(Recent::of).toList());
        }
    }

    @GET
    @Needs("analytics:read")
    @Refuses("NOT_FOUND")
    @Operation(operationId = "getLive", summary = "Tell what is going on on a site right now")
    public LiveResponse get(
            @RestQuery @Parameter(description = "The name of the project; the oldest one if it is not given")
                    String project,
            @RestQuery
                    @Parameter(
                            description = "How many seconds up to now it tells of: 10 to 300, 60 if it is not given",
                            schema = @Schema(implementation = Integer.class))
                    String window) {
        var seconds = Most.read(window, SHORTEST, MINUTE, LONGEST);
        return questions.askOrFirst(
                caller.owner(),
                project,
                site -> LiveResponse.of(site.name(), seconds, figures.of(site, Duration.ofSeconds(seconds))));
    }
}
