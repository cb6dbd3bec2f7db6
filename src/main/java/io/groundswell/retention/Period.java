package io.groundswell.retention;

import io.groundswell.shared.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/** The time within which users arrive together, and within which they are there again or not. In UTC. */
public enum Period {
    DAY(ChronoUnit.DAYS, day -> day, 30),
    /** From Monday on. */
    WEEK(ChronoUnit.WEEKS, TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY), 12),
    MONTH(ChronoUnit.MONTHS, TemporalAdjusters.firstDayOfMonth(), 12);

    private final ChronoUnit unit;
    private final TemporalAdjuster toFirstDay;
    private final int mostCohorts;

    Period(ChronoUnit unit, TemporalAdjuster toFirstDay, int mostCohorts) {
        this.unit = unit;
        this.toFirstDay = toFirstDay;
        this.mostCohorts = mostCohorts;
    }

    public static Period require(String name) {
        return Arrays.stream(values())
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.on(RetentionError.INVALID_PERIOD, "period", "period must be day, week or month"));
    }

    /** How many cohorts can be asked for. */
    public int mostCohorts() {
        return mostCohorts;
    }

    /** The first day of the period that this day is in. */
    LocalDate firstDay(LocalDate day) {
        return day.with(toFirstDay);
    }

    LocalDate plus(LocalDate firstDay, int periods) {
        return firstDay.plus(periods, unit);
    }

    /** How many periods later the other one is. */
    int until(LocalDate firstDay, LocalDate otherFirstDay) {
        return (int) unit.between(firstDay, otherFirstDay);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
