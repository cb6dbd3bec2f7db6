package io.groundswell.mission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a mission wants to reach. {@code platform} is {@code all} or one of the mission's platforms.
 *
 * @param target a whole number where counts are meant and it is one; a rate has a decimal, as rates that are measured have
 */
@RegisterForReflection
public record Kpi(Metric metric, BigDecimal target, String platform) {
    public static final String ALL_PLATFORMS = "all";

    /** {@code CLICKS} and {@code LINK_CLICKS} are two names of one measure; each is kept as it was given. */
    public enum Metric {
        ENGAGEMENT_RATE,
        IMPRESSIONS,
        CLICKS,
        LINK_CLICKS,
        LIKES,
        COMMENTS,
        SHARES,
        FOLLOWERS_GAINED,
        REACH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Kpi {
        platform = platform == null ? ALL_PLATFORMS : platform;
        target = target == null ? null : told(target, metric == Metric.ENGAGEMENT_RATE ? 1 : 0);
    }

    private static BigDecimal told(BigDecimal target, int leastDecimals) {
        var plain = target.stripTrailingZeros();
        return plain.scale() < leastDecimals ? plain.setScale(leastDecimals) : plain;
    }

    /** Whether what happens on the platform counts for this target. */
    public boolean covers(Platform one) {
        return platform.equals(ALL_PLATFORMS) || platform.equals(one.toString());
    }
}
