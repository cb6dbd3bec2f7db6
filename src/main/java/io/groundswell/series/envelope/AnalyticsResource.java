package io.groundswell.series.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.series.SeriesService;
import io.groundswell.series.Told;
import io.groundswell.wire.Attachment;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Figures of creators, videos and campaigns over time. */
@Path("/api/v1/analytics")
@Produces({APPLICATION_JSON, AnalyticsResource.CSV})
class AnalyticsResource {
    static final String CSV = "text/csv";

    private final SeriesService series;
    private final Clock clock;
    private final CurrentCaller caller;

    AnalyticsResource(SeriesService series, Clock clock, CurrentCaller caller) {
        this.series = series;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses({"not_found", "retention_exceeded"})
    @APIResponse(
            responseCode = "200",
            description = "The answer; with `format=csv` its points as a file",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = AnalyticsAnswer.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @Operation(
            operationId = "getCreatorAnalytics",
            summary = "Ask for figures of videos, creators or campaigns over time")
    public Response get(@BeanParam AnalyticsQuery query) {
        var terms = series.terms(caller.owner());
        var question = QuestionReader.read(query, terms.zone(), clock.instant());
        var told = series.answer(caller.owner(), terms, question);
        return query.isCsv() ? csv(told) : json(told);
    }

    private static Response json(Told told) {
        return Response.ok(AnalyticsAnswer.of(told), APPLICATION_JSON).build();
    }

    private static Response csv(Told told) {
        var question = told.answer().question();
        var name = "analytics_%s_%s_%s_%s.csv"
                .formatted(
                        question.entity(),
                        question.metric(),
                        question.range().first(),
                        question.range().last());
        return Attachment.of(CsvAnswer.of(told.answer()), CSV + ";charset=UTF-8", name)
                .build();
    }
}
