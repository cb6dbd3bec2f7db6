package io.groundswell.aggregate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Whole weeks in a row, from a Monday to a Sunday. */
public record Weeks(LocalDate monday, long count, ZoneId zone) {
    /** How many there are where nobody asked for others. */
    private static final long USUAL = 12;

    /** Those in some days; none at all where there is no whole one. */
    public static Weeks within(LocalDate first, LocalDate last, ZoneId zone) {
        var monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return new Weeks(monday, Math.max(0, ChronoUnit.WEEKS.between(monday, last.plusDays(1))), zone);
    }

    /** The usual number of them, none of which ends after this day. */
    public static Weeks until(LocalDate last, ZoneId zone) {
        var after = last.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Weeks(after.minusWeeks(USUAL), USUAL, zone);
    }

    public LocalDate sunday() {
        return monday.plusWeeks(count).minusDays(1);
    }

    Period period() {
        return new Period(monday, sunday(), zone);
    }
}
