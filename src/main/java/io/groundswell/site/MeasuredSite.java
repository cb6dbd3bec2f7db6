package io.groundswell.site;

import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import java.util.Map;

/**
 * A site as those see it who store its events.
 *
 * @param limits what its organization is granted otherwise than by the plan
 */
public record MeasuredSite(
        String id, String organizationId, String name, AllowedOrigins origins, Plan plan, Map<String, Long> limits) {
    public MeasuredSite {
        limits = Map.copyOf(limits);
    }

    public long granted(Limit limit) {
        return limit.granted(plan, limits);
    }
}
