package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.rollup.Ranking.Ranked;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.Catalog;
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

/** What a site tells at all. */
@Path("/properties")
@Produces(APPLICATION_JSON)
class PropertiesResource {
    private final SiteQuestions questions;
    private final Catalog catalog;
    private final Clock clock;
    private final CurrentCaller caller;

    PropertiesResource(SiteQuestions questions, Catalog catalog, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.catalog = catalog;
        this.clock = clock;
        this.caller = caller;
    }

    record EventResponse(
            String event,
            long count,
            long uniqueUsers,

            @Schema(description = "Its first day since then")
            String firstSeen,

            String lastSeen) {

        static EventResponse of(Ranked event) {
            return new EventResponse(
                    event.value(),
                    event.events(),
                    event.users(),
                    event.first().toString(),
                    event.last().toString());
        }
    }

    record PropertiesResponse(
            String project,

            @Schema(description = "Most events first") List<EventResponse> events,

            @Schema(description = "Of the newest events, in order")
            List<String> propertyKeys) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(
            operationId = "getProperties",
            summary = "Tell which events a site has, and the keys of their properties")
    public PropertiesResponse get(
            @Parameter(required = true) @RestQuery String project, @RestQuery String since, @RestQuery String days) {
        var from = Since.read(since, days, 7, clock.instant());
        return questions.ask(caller.owner(), project, site -> {
            var window = site.since(from);
            return new PropertiesResponse(
                    site.name(),
                    catalog.events(site, window).stream().map(EventResponse::of).toList(),
                    catalog.keys(site, window));
        });
    }
}
