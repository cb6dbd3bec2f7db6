package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Given;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.SessionList;
import io.groundswell.traffic.SessionList.Wanted;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Who was on a site last. */
@Path("/sessions")
@Produces(APPLICATION_JSON)
class SessionListResource {
    private static final int BY_DEFAULT = 100;
    private static final int MOST = 1_000;
    private static final Map<String, Boolean> BOUNCES = Map.of("0", false, "1", true);

    private final SiteQuestions questions;
    private final SessionList sessions;
    private final Clock clock;
    private final CurrentCaller caller;

    SessionListResource(SiteQuestions questions, SessionList sessions, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.sessions = sessions;
        this.clock = clock;
        this.caller = caller;
    }

    record SessionsResponse(String project, List<ListedSession> sessions) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "listSessions", summary = "List the sessions of a site, those that started last first")
    public SessionsResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery("user_id") @Parameter(description = "Only sessions of this user") String userId,
            @RestQuery("is_bounce")
                    @Parameter(description = "Only sessions in which nobody did anything, or only the others")
                    @Choices(
                            words = {"0", "1"},
                            several = false)
                    String isBounce,
            @RestQuery String limit) {
        var from = Since.read(since, days, 7, clock.instant());
        var wanted = new Wanted(Given.orNull(userId), isBounce == null ? null : BOUNCES.get(isBounce.strip()));
        var most = Most.read(limit, 1, BY_DEFAULT, MOST);
        return questions.ask(
                caller.owner(),
                project,
                site -> new SessionsResponse(
                        site.name(),
                        sessions.newest(site, site.since(from), wanted, most).stream()
                                .map(one -> ListedSession.of(site, one))
                                .toList()));
    }
}
