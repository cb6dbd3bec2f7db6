package io.groundswell.performance;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.Upcoming;
import java.time.Instant;
import java.util.List;

/**
 * How things stand at a moment.
 *
 * @param lastDay the 24 hours up to it
 * @param active what went out in the last 48 hours, newest first
 * @param next what goes out next
 */
public record Realtime(Instant asOf, Slice lastDay, List<ActivePost> active, List<Upcoming> next) {

    /** @param figures all it gained so far */
    public record ActivePost(
            String contentId,
            Platform platform,
            Instant publishedAt,
            Figures figures,
            Velocity velocity,
            boolean trending) {}
}
