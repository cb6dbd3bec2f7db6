package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.site.AskedSite;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Given;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.EventList;
import io.groundswell.traffic.EventList.Wanted;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What happened last on a site. */
@Path("/events")
@Produces(APPLICATION_JSON)
class EventListResource {
    private static final int BY_DEFAULT = 100;
    private static final int MOST = 1_000;

    private final SiteQuestions questions;
    private final EventList events;
    private final Clock clock;
    private final CurrentCaller caller;

    EventListResource(SiteQuestions questions, EventList events, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.events = events;
        this.clock = clock;
        this.caller = caller;
    }

    record ListedEvent(
            String id,
            String projectId,
            String event,

            @JsonRawValue
            @Nullable
            @Schema(
                    implementation = ObjectNode.class,
                    description = "As they were told, and what `User-Agent` told besides")
            String properties,

            @Nullable String userId,
            @Nullable String sessionId,
            @Schema(description = "In Unix milliseconds") long timestamp,
            @Schema(format = "date", description = "In UTC") String date,
            @Nullable String country) {

        static ListedEvent of(AskedSite site, EventList.Listed event) {
            return new ListedEvent(
                    event.id(),
                    site.id(),
                    event.event(),
                    event.properties(),
                    event.userId(),
                    event.sessionId(),
                    event.at().toEpochMilli(),
                    LocalDate.ofInstant(event.at(), ZoneOffset.UTC).toString(),
                    event.country());
        }
    }

    record EventsResponse(String project, List<ListedEvent> events) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "listEvents", summary = "List what happened on a site, the newest first")
    public EventsResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery @Parameter(description = "Only events of this name") String event,
            @RestQuery("user_id") @Parameter(description = "Only events of this user") String userId,
            @RestQuery("session_id") @Parameter(description = "Only events of this session") String sessionId,
            @RestQuery String limit) {
        var from = Since.read(since, days, 7, clock.instant());
        var wanted = new Wanted(Given.orNull(event), Given.orNull(userId), Given.orNull(sessionId));
        var most = Most.read(limit, 1, BY_DEFAULT, MOST);
        return questions.ask(
                caller.owner(),
                project,
                site -> new EventsResponse(
                        site.name(),
                        events.newest(site, site.since(from), wanted, most).stream()
                                .map(one -> ListedEvent.of(site, one))
                                .toList()));
    }
}
