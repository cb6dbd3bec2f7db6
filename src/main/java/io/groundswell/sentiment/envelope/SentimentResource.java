package io.groundswell.sentiment.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.sentiment.SentimentService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How kind the comments of a project's videos are. */
@Path("/api/v1/analytics/sentiment")
@Produces(APPLICATION_JSON)
class SentimentResource {
    private final SentimentService sentiment;
    private final CurrentCaller caller;
    private final Clock clock;

    SentimentResource(SentimentService sentiment, CurrentCaller caller, Clock clock) {
        this.sentiment = sentiment;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs("read")
    @Refuses({"not_found", "retention_exceeded"})
    @Operation(operationId = "getSentiment", summary = "Ask how kind the comments of a project's videos are")
    public Envelope<SentimentResponse> get(@BeanParam SentimentQuery query) {
        var zone = sentiment.zone(caller.owner());
        var question = query.read(LocalDate.ofInstant(clock.instant(), zone));
        return Envelope.of(SentimentResponse.of(question, zone.getId(), sentiment.answer(caller.owner(), question)));
    }
}
