package io.groundswell.payout;

import java.util.Locale;

/** What creators are paid for. */
public enum RuleKind {
    /** An amount for each period. */
    RECURRING,
    /** An amount for each period in which a goal was met. */
    GOALS,
    /** So many cents for 1,000 new views of a period. */
    CPM,
    /** An amount once for each video that passes so many views. */
    VIEW_THRESHOLD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
