package io.groundswell.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Which days make a point together. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    /** Daily points of a running total. */
    CUMULATIVE,
    /** So many days as were asked for, counted from the first one. */
    CUSTOM;

    /**
     * The whole bucket that has the day.
     *
     * @param start a day with which a custom bucket starts
     * @param length of a custom bucket
     */
    Span around(LocalDate day, LocalDate start, int length) {
        return switch (this) {
            case DAY, CUMULATIVE -> new Span(day, day);
            case WEEK -> lasting(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7);
            case MONTH -> lasting(day.withDayOfMonth(1), day.lengthOfMonth());
            case YEAR -> lasting(day.withDayOfYear(1), day.lengthOfYear());
            case CUSTOM ->
                lasting(start.plusDays(Math.floorDiv(ChronoUnit.DAYS.between(start, day), length) * length), length);
        };
    }

    private static Span lasting(LocalDate first, int days) {
        return new Span(first, first.plusDays(days - 1));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
