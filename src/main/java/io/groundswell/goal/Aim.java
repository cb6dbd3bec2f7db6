package io.groundswell.goal;

import java.math.BigDecimal;

/**
 * What a goal wants.
 *
 * @param target above 0
 */
public record Aim(GoalType type, GoalPeriod period, BigDecimal target) {

    /** Whether it is the same, however its target is written. */
    boolean isSameAs(Aim other) {
        return type == other.type && period == other.period && target.compareTo(other.target) == 0;
    }
}
