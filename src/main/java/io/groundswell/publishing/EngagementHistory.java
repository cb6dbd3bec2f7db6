package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.DayOfWeek;

/** How well posts do by platform, weekday and hour of the mission's local time. */
@FunctionalInterface
public interface EngagementHistory {

    /** Expected engagement rate in percent, for an hour from 0 to 23. Only its order matters to planning. */
    double score(Platform platform, DayOfWeek day, int hour);

    /** What to expect before anything was measured. */
    static EngagementHistory none() {
        return PlatformPriors::score;
    }
}
