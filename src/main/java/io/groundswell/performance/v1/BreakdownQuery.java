package io.groundswell.performance.v1;

import io.groundswell.performance.BreakdownSort;
import io.groundswell.performance.BreakdownWish;
import io.groundswell.performance.Dimension;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.v1.V1;
import java.util.EnumSet;
import org.jboss.resteasy.reactive.RestQuery;

/** What callers ask about breakdowns, as they write it. */
record BreakdownQuery(
        @RestQuery String period,
        @RestQuery("start_date") String startDate,
        @RestQuery("end_date") String endDate,
        @RestQuery @Choices(Dimension.class) String breakdown,
        @RestQuery("mission_id") String missionId,

        @RestQuery("sort_by") @Choices(value = BreakdownSort.class, several = false)
        String sortBy) {
    BreakdownWish wish() {
        var asked = breakdown == null
                ? EnumSet.allOf(Dimension.class)
                : V1.choices("breakdown", breakdown, Dimension.class);
        return new BreakdownWish(asked, sort());
    }

    private BreakdownSort sort() {
        if (sortBy == null) {
            return BreakdownSort.ENGAGEMENT_RATE;
        }
        var sorts = V1.choices("sort_by", sortBy, BreakdownSort.class);
        if (sorts.size() > 1) {
            throw Refusal.invalid("sort_by", "sort_by takes one of its values");
        }
        return sorts.iterator().next();
    }
}
