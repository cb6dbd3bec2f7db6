package io.groundswell.performance;

import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.time.ZonedDateTime;

/**
 * A published post with its figures.
 *
 * @param publishedAt in the zone people plan it in
 * @param pillar may be null
 */
record MeasuredPost(
        Platform platform,
        ContentType type,
        String pillar,
        ZonedDateTime publishedAt,
        long impressions,
        long engagements,
        boolean hasHashtags,
        boolean hasCode) {

    /** In percent. */
    double engagementRate() {
        return 100.0 * engagements / impressions;
    }
}
