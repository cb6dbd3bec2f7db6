package io.groundswell.goal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a goal starts anew. */
public enum GoalPeriod {
    DAILY,
    /** From Monday on. */
    WEEKLY,
    MONTHLY;

    /** The one that a day is in. */
    public Period holding(LocalDate day) {
        return switch (this) {
            case DAILY -> new Period(day, day.plusDays(1));
            case WEEKLY -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday, monday.plusWeeks(1));
            }
            case MONTHLY -> {
                var first = day.withDayOfMonth(1);
                yield new Period(first, first.plusMonths(1));
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
