package io.groundswell.traffic;

import io.groundswell.rollup.SessionFigures.Tally;
import java.math.BigDecimal;

/**
 * What a session is like, among those that were counted together. All is 0 when there are none.
 *
 * @param bounceRate how many bounced, as a fraction
 * @param duration in milliseconds
 */
public record Averages(BigDecimal bounceRate, long duration, BigDecimal events) {
    static Averages of(Tally tally) {
        return new Averages(
                Rounded.ratio(tally.bounces(), tally.sessions(), 3),
                Rounded.ratio(tally.duration(), tally.sessions(), 0).longValueExact(),
                Rounded.ratio(tally.events(), tally.sessions(), 1));
    }
}
