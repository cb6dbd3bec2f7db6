package io.groundswell.performance;

import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionStatus;
import io.groundswell.mission.Timeline;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of its time a mission has had. Pauses move the end and do not count.
 *
 * @param share from 0 to 1
 */
record Elapsed(double share, Duration remaining) {
    static Elapsed of(Mission mission, Instant now) {
        if (mission.status() == MissionStatus.COMPLETED) {
            return new Elapsed(1, Duration.ZERO);
        }
        if (mission.startsAt() == null) {
            return new Elapsed(0, Duration.ofDays(mission.durationDays()));
        }
        var meant = Timeline.endsAt(
                mission.startsAt(),
                mission.durationDays(),
                mission.constraints().zone());
        var at = mission.pausedAt() == null ? now : mission.pausedAt();
        return of(Duration.between(mission.startsAt(), meant), Duration.between(at, mission.endsAt()));
    }

    /**
     * @param whole how long the mission is to run
     * @param left until its end, which pauses have moved
     */
    static Elapsed of(Duration whole, Duration left) {
        var remaining = left.isNegative() ? Duration.ZERO : left.compareTo(whole) > 0 ? whole : left;
        return new Elapsed(1 - (double) remaining.toSeconds() / whole.toSeconds(), remaining);
    }
}
