package io.groundswell.goal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * Compares how far somebody came with how much of the time is gone.
 *
 * @param start when the time begins
 * @param end when it is over
 */
record Pace(Instant start, Instant end) {
    private static final BigDecimal ENOUGH = new BigDecimal("0.70");

    GoalStatus status(BigDecimal actual, BigDecimal target, Instant now) {
        if (!now.isBefore(end)) {
            return actual.compareTo(target) >= 0 ? GoalStatus.COMPLETED : GoalStatus.MISSED;
        }
        // (actual / elapsed share) / target, without a division: at the very start nothing is expected yet.
        var reached = actual.multiply(length(Duration.between(start, end)));
        var expected = target.multiply(length(now.isBefore(start) ? Duration.ZERO : Duration.between(start, now)));
        if (reached.compareTo(expected) >= 0) {
            return GoalStatus.ON_TRACK;
        }
        return reached.compareTo(expected.multiply(ENOUGH)) >= 0 ? GoalStatus.BEHIND_PACE : GoalStatus.AT_RISK;
    }

    private static BigDecimal length(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }
}
