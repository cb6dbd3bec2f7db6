package io.groundswell.performance;

import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of its time a mission has had. Pauses do not count.
 *
 * @param share from 0 to 1
 */
record Elapsed(double share, Duration remaining) {
    static Elapsed of(Mission mission, Instant now) {
        if (mission.startsAt() == null) {
            return new Elapsed(0, Duration.ofDays(mission.durationDays()));
        }
        var stopped = stoppedAt(mission, now);
        var elapsed = of(
                mission.term().length(mission.constraints().zone()),
                Duration.between(mission.startsAt(), stopped)
                        .minus(mission.term().pausedFor()),
                Duration.between(stopped, mission.endsAt()));
        // One that was completed early has not had all of its time, and has none left.
        return mission.status() == MissionStatus.COMPLETED ? new Elapsed(elapsed.share(), Duration.ZERO) : elapsed;
    }

    private static Instant stoppedAt(Mission mission, Instant now) {
        if (mission.pausedAt() != null) {
            return mission.pausedAt();
        }
        return mission.term().completedAt() == null ? now : mission.term().completedAt();
    }

    /** Whole, and not ahead of time; but 0.29 times 100 is a hair below 29, and must not come to 28. */
    int percent() {
        return (int) Math.floor(100 * share + 1e-9);
    }

    boolean isOver() {
        return remaining.isZero();
    }

    /**
     * @param whole how long the mission is to run
     * @param active how long it did
     * @param left until its end, which pauses have moved: by more than their time where it is that of a day
     */
    static Elapsed of(Duration whole, Duration active, Duration left) {
        if (left.isNegative() || left.isZero()) {
            return new Elapsed(1, Duration.ZERO);
        }
        var share = (double) active.toSeconds() / whole.toSeconds();
        return new Elapsed(Math.max(0, Math.min(1, share)), left.compareTo(whole) > 0 ? whole : left);
    }
}
