package io.groundswell.publishing.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.content.Content;
import io.groundswell.content.ContentFilter;
import io.groundswell.content.ContentService;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.Moment;
import io.groundswell.content.Preview;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.ScheduleService;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is to be published later. */
@Path("/v1/publish")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ScheduleResource {
    private final ScheduleService schedule;
    private final ContentService contents;
    private final Preview preview;
    private final CurrentCaller caller;

    ScheduleResource(ScheduleService schedule, ContentService contents, Preview preview, CurrentCaller caller) {
        this.schedule = schedule;
        this.contents = contents;
        this.preview = preview;
        this.caller = caller;
    }

    record ScheduleRequest(@NotBlank String contentId, String scheduledFor, Boolean useOptimalTime) {
        boolean wantsBestTime() {
            return useOptimalTime != null && useOptimalTime;
        }
    }

    record ScheduleResponse(
            String contentId,
            ContentStatus status,
            String scheduledFor,
            @Nullable String metricoolPostId) {
        static ScheduleResponse of(Content content) {
            return new ScheduleResponse(
                    content.id(),
                    content.status(),
                    time(content.scheduling().scheduled()),
                    content.publication().externalPostId());
        }
    }

    @POST
    @Path("/schedule")
    @Needs("content:write")
    @Idempotent
    @Refuses("not_found")
    @Operation(operationId = "scheduleContent", summary = "Schedule an item")
    public ScheduleResponse schedule(@Valid @NotNull ScheduleRequest request) {
        if (request.scheduledFor() == null && !request.wantsBestTime()) {
            throw Refusal.invalid("scheduled_for", "scheduled_for is required unless use_optimal_time is true");
        }
        var zone = contents.zone(caller.owner(), request.contentId());
        var moment = Moment.parse("scheduled_for", request.scheduledFor(), zone);
        return ScheduleResponse.of(
                request.wantsBestTime()
                        ? schedule.scheduleAtBestTime(caller.owner(), request.contentId(), moment)
                        : schedule.schedule(caller.owner(), request.contentId(), moment));
    }

    record CancelledResponse(String contentId, ContentStatus status, String previousScheduledFor, String cancelledAt) {}

    @DELETE
    @Path("/{contentId}")
    @Needs("content:write")
    @Operation(operationId = "cancelSchedule", summary = "Take an item off the schedule")
    public CancelledResponse cancel(@RestPath String contentId) {
        var cancelled = schedule.cancel(caller.owner(), contentId);
        return new CancelledResponse(
                contentId, cancelled.content().status(), time(cancelled.was()), V1.time(cancelled.at()));
    }

    record QueuedResponse(
            String contentId,
            String missionId,
            Platform platform,
            ContentType type,
            String scheduledFor,
            ContentStatus status,
            String preview,
            @Nullable String metricoolPostId) {}

    @GET
    @Path("/queue")
    @Needs("content:read")
    @Refuses("not_found")
    @Operation(operationId = "listQueue", summary = "List what is scheduled")
    public V1List<QueuedResponse> queue(
            @RestQuery @Choices(Platform.class) String platform,
            @RestQuery("mission_id") String missionId,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore) {
        var filter = ContentFilter.queue(
                missionId,
                V1.choices("platform", platform, Platform.class),
                V1.instant("from", from),
                V1.instant("to", to));
        var page = contents.queue(caller.owner(), filter, V1.page(limit, startingAfter, endingBefore));
        return V1List.of(page, this::queued);
    }

    private QueuedResponse queued(Content content) {
        return new QueuedResponse(
                content.id(),
                content.missionId(),
                content.platform(),
                content.type(),
                time(content.scheduling().scheduled()),
                content.status(),
                preview.rendering(content).excerpt(100),
                content.publication().externalPostId());
    }

    private static String time(Moment moment) {
        return moment == null ? null : V1.time(moment.at(), moment.offset());
    }
}
