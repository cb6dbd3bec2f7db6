package io.groundswell.goal;

import java.util.Locale;

/** How it stands with a goal. The first three are of a period that is not over. */
public enum GoalStatus {
    ON_TRACK,
    BEHIND_PACE,
    AT_RISK,
    COMPLETED,
    MISSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
