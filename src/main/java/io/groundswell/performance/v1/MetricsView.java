package io.groundswell.performance.v1;

import io.groundswell.metric.Counter;
import io.groundswell.performance.Figures;
import jakarta.annotation.Nullable;

/** What an item came to; {@code views} is null when nobody has told them. */
record MetricsView(
        long impressions,
        long reach,
        long engagements,
        double engagementRate,
        long likes,
        long comments,
        long shares,
        long saves,
        long linkClicks,
        long profileVisits,
        long followersGained,
        @Nullable Long views) {
    static MetricsView of(Figures figures, Long views) {
        return new MetricsView(
                figures.impressions(),
                figures.of(Counter.REACH),
                figures.engagements(),
                figures.engagementRate(),
                figures.of(Counter.LIKES),
                figures.of(Counter.COMMENTS),
                figures.of(Counter.SHARES),
                figures.of(Counter.SAVES),
                figures.of(Counter.LINK_CLICKS),
                figures.of(Counter.PROFILE_VISITS),
                figures.of(Counter.FOLLOWERS_GAINED),
                views);
    }
}
