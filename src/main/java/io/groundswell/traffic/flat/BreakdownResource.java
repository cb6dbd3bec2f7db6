package io.groundswell.traffic.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Given;
import io.groundswell.site.flat.Most;
import io.groundswell.site.flat.Since;
import io.groundswell.traffic.Breakdown;
import io.groundswell.traffic.Breakdown.Question;
import io.groundswell.traffic.PropertyKey;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Refuses;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** By what events can be told apart. */
@Path("/breakdown")
@Produces(APPLICATION_JSON)
class BreakdownResource {
    private final SiteQuestions questions;
    private final Breakdown breakdown;
    private final Clock clock;
    private final CurrentCaller caller;

    BreakdownResource(SiteQuestions questions, Breakdown breakdown, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.breakdown = breakdown;
        this.clock = clock;
        this.caller = caller;
    }

    record Value(
            @Schema(description = "What is no text is shown as JSON has it")
            String value,

            long count,
            long uniqueUsers) {
        static Value of(Breakdown.Value value) {
            return new Value(value.value(), value.events(), value.users());
        }
    }

    record BreakdownResponse(
            String project,
            String property,

            @Schema(description = "Null for all") @Nullable String event,

            @Schema(description = "Most events first") List<Value> values,
            long totalEvents,

            @Schema(description = "Events in which the property is there and not null")
            long totalWithProperty) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "MISSING_FIELDS", "INVALID_PROPERTY_KEY", "NOT_FOUND"})
    @Operation(operationId = "getBreakdown", summary = "Count events by the values of a property, or by country")
    public BreakdownResponse get(
            @Parameter(required = true) @RestQuery String project,
            @Parameter(required = true) @RestQuery String property,
            @RestQuery String event,
            @RestQuery String since,
            @RestQuery String days,
            @RestQuery String limit) {
        var from = Since.read(since, days, 7, clock.instant());
        var most = Most.read(limit, 1, 20, 1_000);
        return questions.ask(caller.owner(), project, site -> {
            var question =
                    new Question(PropertyKey.require("property", Given.orNull(property)), Given.orNull(event), most);
            var answer = breakdown.of(site, site.since(from), question);
            return new BreakdownResponse(
                    site.name(),
                    property,
                    question.event(),
                    answer.values().stream().map(Value::of).toList(),
                    answer.events(),
                    answer.withProperty());
        });
    }
}
