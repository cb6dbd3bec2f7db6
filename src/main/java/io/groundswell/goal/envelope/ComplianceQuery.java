package io.groundswell.goal.envelope;

import io.groundswell.goal.ComplianceWish;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which goals are looked at, and when. */
record ComplianceQuery(
        @RestQuery("creator_id") @Parameter(description = "The only creator that is wanted")
        String creatorId,

        @RestQuery
        @Choices(value = GoalPeriod.class, several = false)
        @Parameter(description = "The only goals that are wanted")
        String period,

        @RestQuery("reference_date")
        @Parameter(
                description =
                        "A day of the periods that are looked at, in the organization's time zone; today when left out")
        String referenceDate) {
    /** The last month would end, exclusively, in a year of five digits, which no client reads as a date. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 1);

    /** @param programId null when that was refused already */
    ComplianceWish read(Query query, UUID programId) {
        var creator = query.id("creator_id", creatorId);
        var only = query.choice("period", period, GoalPeriod.class);
        var date = query.date("reference_date", referenceDate);
        query.that(
                date == null || date.isBefore(END_OF_TIME),
                "reference_date",
                "must be before %s".formatted(END_OF_TIME));
        query.check();
        return new ComplianceWish(programId, creator, only, date);
    }
}
