package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.Heatmap;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** When in the week a site is busy. */
@Path("/heatmap")
@Produces(APPLICATION_JSON)
class HeatmapResource {
    private final SiteQuestions questions;
    private final Heatmap heatmap;
    private final Clock clock;
    private final CurrentCaller caller;

    HeatmapResource(SiteQuestions questions, Heatmap heatmap, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.heatmap = heatmap;
        this.clock = clock;
        this.caller = caller;
    }

    record Cell(@Schema(description = "0 is Sunday") int day, String dayName, int hour, long events, long users) {

        static Cell of(Heatmap.Cell cell) {
            return new Cell(
                    cell.slot().day(),
                    cell.slot().weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    cell.slot().hour(),
                    cell.events(),
                    cell.users());
        }
    }

    record HeatmapResponse(
            String project,
            List<Cell> heatmap,

            @Schema(description = "The cell with most events") @Nullable
            Cell peak,

            @Schema(description = "Over all hours") @Nullable
            String busiestDay,

            @Schema(description = "Over all days") @Nullable Integer busiestHour) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND"})
    @Operation(operationId = "getHeatmap", summary = "Tell when in the week a site is busy, in UTC")
    public HeatmapResponse get(
            @Parameter(required = true) @RestQuery String project, @RestQuery String since, @RestQuery String days) {
        var from = Since.read(since, days, 7, clock.instant());
        return questions.ask(caller.owner(), project, site -> {
            var answer = heatmap.of(site, site.since(from));
            return new HeatmapResponse(
                    site.name(),
                    answer.cells().stream().map(Cell::of).toList(),
                    answer.peak().map(Cell::of).orElse(null),
                    answer.weekday()
                            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                            .orElse(null),
                    answer.hour().orElse(null));
        });
    }
}
