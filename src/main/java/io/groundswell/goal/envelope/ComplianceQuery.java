package io.groundswell.goal.envelope;

import io.groundswell.goal.ComplianceWish;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Choices;
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

    /** @param programId null when that was refused already */
    ComplianceWish read(Query query, UUID programId) {
        var creator = query.id("creator_id", creatorId);
        var only = query.choice("period", period, GoalPeriod.class);
        var date = query.date("reference_date", referenceDate);
        query.check();
        return new ComplianceWish(programId, creator, only, date);
    }
}
