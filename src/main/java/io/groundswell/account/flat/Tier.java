package io.groundswell.account.flat;

import io.groundswell.account.Plan;
import java.util.Locale;

/** What site analytics calls a plan. */
public enum Tier {
    FREE,
    PRO;

    public static Tier of(Plan plan) {
        return plan == Plan.FREE ? FREE : PRO;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
