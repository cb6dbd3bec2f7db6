package io.groundswell.traffic;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the parts are in which a time is looked at. In UTC. */
public enum Grouping {
    HOUR,
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH;

    /** When the part begins to which this time belongs. */
    LocalDateTime begin(LocalDateTime time) {
        var day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day;
            case WEEK -> day.with(previousOrSame(MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
