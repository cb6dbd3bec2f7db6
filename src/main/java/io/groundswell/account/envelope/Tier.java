package io.groundswell.account.envelope;

import io.groundswell.account.Plan;
import java.util.Locale;

/** What creators call a plan. */
enum Tier {
    FREE,
    STARTER,
    ULTRA;

    static Tier of(Plan plan) {
        return switch (plan) {
            case FREE -> FREE;
            case PRO -> STARTER;
            case ENTERPRISE -> ULTRA;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
