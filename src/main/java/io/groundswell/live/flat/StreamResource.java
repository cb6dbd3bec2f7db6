package io.groundswell.live.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.SERVER_SENT_EVENTS;

import io.groundswell.live.Last;
import io.groundswell.live.Streams;
import io.groundswell.site.Reads;
import io.groundswell.site.SiteQuestions;
import io.groundswell.wire.CallersConnection;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells what happens on a site when it happens, for as long as the reader stays. */
@Path("/stream")
class StreamResource {
    private final SiteQuestions questions;
    private final Streams streams;
    private final Reads reads;
    private final CurrentCaller caller;
    private final RoutingContext routing;

    StreamResource(
            SiteQuestions questions, Streams streams, Reads reads, CurrentCaller caller, RoutingContext routing) {
        this.questions = questions;
        this.streams = streams;
        this.reads = reads;
        this.caller = caller;
        this.routing = routing;
    }

    @GET
    @Blocking
    @Produces(SERVER_SENT_EVENTS)
    @RestStreamElementType(APPLICATION_JSON)
    @Needs("analytics:read")
    @Refuses({"NOT_FOUND", "INVALID_FILTER", "INVALID_PROPERTY_KEY", "STREAM_LIMIT", "RATE_LIMITED"})
    @APIResponse(
            responseCode = "200",
            description = "Server-sent events: `connected`, then a `track` for each event, and comments in between",
            content = @Content(mediaType = SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "stream", summary = "Follow what happens on a site")
    public Multi<OutboundSseEvent> get(
            @RestQuery @Parameter(description = "The name of the project; the oldest one if it is not given")
                    String project,
            @RestQuery
                    @Parameter(
                            description = "Names of events, separated by commas; all if it is not given",
                            schema = @Schema(implementation = String.class))
                    String events,
            @RestQuery
                    @Parameter(
                            description = "What properties must be, as `key:value`, joined by `;`",
                            schema = @Schema(implementation = String.class))
                    String filter,
            @RestHeader("Last-Event-ID")
                    @Parameter(description = "The `id` of the last event that was read; goes on behind it")
                    String lastEventId) {
        var wanted = Wanted.read(events, filter == null ? null : whole("filter", filter));
        var site = questions.find(caller.owner(), project);
        if (routing.request().method() == HttpMethod.HEAD) {
            // Whoever wants nothing but the headers would never hang up.
            return Multi.createFrom().empty();
        }
        // The framework never subscribes for who hung up before the head was written, and is told of no end where it
        // subscribes for who hung up since.
        var request = routing.request();
        var stream = streams.open(
                caller.get(),
                site,
                Last.of(site.number(), lastEventId),
                wanted,
                () -> CallersConnection.isClosed(request));
        reads.count(site.id());
        // Whatever stands in between passes on what it gets when it gets it.
        request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-cache")
                .putHeader("X-Accel-Buffering", "no");
        var connected = Messages.connected(site, wanted, stream.isComplete());
        return Multi.createFrom().publisher(stream).map(signal -> switch (signal.kind()) {
            case BEGIN -> connected;
            case EVENT -> Messages.of(signal.arrival());
            case ALIVE -> Messages.HEARTBEAT;
        });
    }

    /** A parameter with all its semicolons, at which the framework ends one and begins the next. */
    private String whole(String name, String read) {
        return Arrays.stream(routing.request().query().split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(read);
    }
}
