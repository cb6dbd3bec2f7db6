package io.groundswell.retention.flat;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.retention.Cohort;
import io.groundswell.retention.Period;
import io.groundswell.retention.Retention;
import io.groundswell.retention.RetentionQuery;
import io.groundswell.site.SiteQuestions;
import io.groundswell.site.flat.Given;
import io.groundswell.site.flat.Since;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Who comes back to a site. */
@Path("/retention")
@Produces(APPLICATION_JSON)
class RetentionResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int ALL_DAYS = 36_500;

    private final SiteQuestions questions;
    private final Retention retention;
    private final Clock clock;
    private final CurrentCaller caller;

    RetentionResource(SiteQuestions questions, Retention retention, Clock clock, CurrentCaller caller) {
        this.questions = questions;
        this.retention = retention;
        this.clock = clock;
        this.caller = caller;
    }

    @Schema(name = "RetentionCohort")
    record CohortResponse(
            @Schema(description = "The first day of the period")
            String date,

            long users,

            @Schema(description = "How many were there in this period, and in each one after it")
            List<Long> retained,

            List<Double> rates) {

        static CohortResponse of(Cohort cohort) {
            return new CohortResponse(cohort.from().toString(), cohort.users(), cohort.retained(), cohort.rates());
        }
    }

    record RetentionResponse(
            Period period,
            List<CohortResponse> cohorts,

            @Schema(description = "Over all cohorts, by their sizes")
            List<Double> averageRates,

            long usersAnalyzed) {}

    @GET
    @Needs("analytics:read")
    @Refuses({"PROJECT_REQUIRED", "NOT_FOUND", "INVALID_PERIOD", "INVALID_COHORTS", "MISSING_FIELDS"})
    @Operation(operationId = "getRetention", summary = "Tell who comes back to a site")
    public RetentionResponse get(
            @Parameter(required = true) @RestQuery String project,
            @RestQuery
                    @Choices(value = Period.class, several = false)
                    @Parameter(description = "How long each period is; weeks begin on Monday, `week` by default")
                    String period,
            @RestQuery @Parameter(description = "How many periods, the current one among them; 8 by default")
                    String cohorts,
            @RestQuery String event,
            @RestQuery("returning_event")
                    @Parameter(description = "What makes users be there again; `event` by default")
                    String returningEvent,
            @RestQuery String since,
            @RestQuery String days) {
        return questions.ask(caller.owner(), project, site -> {
            var query = new RetentionQuery(
                    Given.orNull(period) == null ? Period.WEEK : Period.require(period),
                    number(Given.orNull(cohorts)),
                    Since.read(since, days, ALL_DAYS, clock.instant()),
                    Given.orNull(event),
                    Given.orNull(returningEvent));
            var answer = retention.of(site, query);
            return new RetentionResponse(
                    query.period(),
                    answer.cohorts().stream().map(CohortResponse::of).toList(),
                    answer.averageRates(),
                    answer.users());
        });
    }

    /** What is no number is no number of cohorts that can be asked for. */
    private static int number(String cohorts) {
        if (cohorts == null) {
            return 8;
        }
        return NUMBER.matcher(cohorts).matches() ? Integer.parseInt(cohorts) : 0;
    }
}
