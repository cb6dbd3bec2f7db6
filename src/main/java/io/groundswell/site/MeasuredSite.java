package io.groundswell.site;

import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import java.util.Map;

/**
 * A site as those see it who store its events.
 *
 * @param number stands for it in the rows of its events
 * @param aliased whether it has users who are known by another id than they had
 * @param limits what its organization is granted otherwise than by the plan
 */
public record MeasuredSite(
        long number,
        String token,
        String organizationId,
        AllowedOrigins origins,
        boolean aliased,
        Plan plan,
        Map<String, Long> limits) {
    public MeasuredSite {
        limits = Map.copyOf(limits);
    }

    public long granted(Limit limit) {
        return limit.granted(plan, limits);
    }
}
