package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.ReceivedProperties;
import io.groundswell.traffic.ReceivedProperties.Received;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which properties came with which events. */
@Path("/properties/received")
@Produces(APPLICATION_JSON)
class ReceivedPropertiesResource {
    private final SiteQuestions questions;
    private final ReceivedProperties properties;
    private final Clock clock;
    private final CurrentCaller caller;

    ReceivedPropertiesResource(
            SiteQuestions questions, ReceivedProperties properties, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.properties = properties;
        this.clock = clock;
        this.caller = caller;
    }

    record ReceivedResponse(String key, String event) {
        static ReceivedResponse of(Received received) {
            return new ReceivedResponse(received.key(), received.event());
        }
    }

    record ReceivedPropertiesResponse(
            String project,

            @Schema(description = "How many of the newest events are looked at, if there are as many")
            int sampleSize,

            @Schema(description = "The first day that is looked at")
            String since,

            @Schema(description = "In the order of the keys, then of the events")
            List<ReceivedResponse> properties) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "getReceivedProperties", summary = "Tell which properties came with which events")
    public ReceivedPropertiesResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery String sample) {
        var from = Since.read(since, days, 7, clock.instant());
        var size = Most.read(sample, 100, 5_000, 10_000);
        return questions.ask(caller.owner(), project, site -> {
            var window = site.since(from);
            return new ReceivedPropertiesResponse(
                    site.name(),
                    size,
                    window.from().toString(),
                    properties.of(site, window, size).stream()
                            .map(ReceivedResponse::of)
                            .toList());
        });
    }
}
