package io.groundswell.mission;

import java.util.Locale;

/**
 * How often a mission posts. {@code WEEKLY} and slower post on one day in every {@link #everyDays()}, counted from the
 * mission's start; a month is 30 days, so that what is planned and what was estimated agree.
 */
public enum Cadence {
    DAILY(1),
    WEEKDAYS(1),
    WEEKLY(7),
    BIWEEKLY(14),
    MONTHLY(30);

    private final int everyDays;

    Cadence(int everyDays) {
        this.everyDays = everyDays;
    }

    /** Length of one round in days. */
    public int everyDays() {
        return everyDays;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
