package io.groundswell.traffic.flat;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.shared.Refusal;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.Pages;
import io.groundswell.traffic.TrafficError;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Where sessions begin and end. */
@Path("/pages")
@Produces(APPLICATION_JSON)
class PagesResource {
    private static final Set<String> TYPES = Set.of("entry", "exit", "both");

    private final SiteQuestions questions;
    private final Pages pages;
    private final Clock clock;
    private final CurrentCaller caller;

    PagesResource(SiteQuestions questions, Pages pages, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.pages = pages;
        this.clock = clock;
        this.caller = caller;
    }

    record PageResponse(
            String page,
            long sessions,
            long bounces,

            @Schema(description = "From 0 to 1") BigDecimal bounceRate,

            @Schema(description = "In milliseconds") long avgDuration,

            BigDecimal avgEvents) {

        static List<PageResponse> of(List<Pages.Page> pages) {
            return pages.stream()
                    .map(page -> new PageResponse(
                            page.page(),
                            page.sessions(),
                            page.bounces(),
                            page.averages().bounceRate(),
                            page.averages().duration(),
                            page.averages().events()))
                    .toList();
        }
    }

    record PagesResponse(
            String project,

            @Schema(description = "Left out unless asked for") @Nullable @JsonInclude(NON_NULL)
            List<PageResponse> entryPages,

            @Schema(description = "Left out unless asked for") @Nullable @JsonInclude(NON_NULL)
            List<PageResponse> exitPages) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "INVALID_TYPE", "NOT_FOUND"})
    @Operation(operationId = "getPages", summary = "Tell on which pages sessions begin and end")
    public PagesResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery
                    @Parameter(
                            description = "Where sessions begin, where they end, or both; `entry` if it is not given")
                    @Choices(
                            words = {"entry", "exit", "both"},
                            several = false)
                    String type,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery String limit) {
        var from = Since.read(since, days, 7, clock.instant());
        var most = Most.read(limit, 1, 20, 1_000);
        return questions.ask(caller.owner(), project, site -> {
            var asked = asked(type);
            var window = site.since(from);
            return new PagesResponse(
                    site.name(),
                    asked.equals("exit") ? null : PageResponse.of(pages.entries(site, window, most)),
                    asked.equals("entry") ? null : PageResponse.of(pages.exits(site, window, most)));
        });
    }

    private static String asked(String type) {
        if (type != null && !TYPES.contains(type)) {
            throw Refusal.on(TrafficError.INVALID_TYPE, "type", "type must be entry, exit or both");
        }
        return type == null ? "entry" : type;
    }
}
