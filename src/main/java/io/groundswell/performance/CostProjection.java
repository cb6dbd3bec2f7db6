package io.groundswell.performance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What is to come if money goes on being spent as in the last week.
 *
 * @param monthlyCents in 30 days
 * @param exhaustedOn the day on which the organization's limit for this month will be reached, null when it will not
 */
public record CostProjection(long monthlyCents, LocalDate exhaustedOn, Long daysLeft) {
    /** Exactly: a day that is not over would count for less than a day. */
    static final Duration WEEK = Duration.ofDays(7);

    private static final int MONTH_DAYS = 30;

    /**
     * What the organization has spent in all, whichever mission is asked about: all share the limit.
     *
     * @param limit null for none
     */
    record Spending(long lastWeek, long thisMonth, Long limit) {}

    /** @param lastWeek what was spent on what is asked about */
    static CostProjection of(long lastWeek, Spending organization, Instant now, ZoneId zone) {
        var monthly = Math.round((double) lastWeek * MONTH_DAYS / WEEK.toDays());
        var today = LocalDate.ofInstant(now, zone);
        var exhausted = exhausted(organization, now, zone);
        if (exhausted == null || !YearMonth.from(exhausted).equals(YearMonth.from(today))) {
            return new CostProjection(monthly, null, null);
        }
        return new CostProjection(monthly, exhausted, ChronoUnit.DAYS.between(today, exhausted));
    }

    private static LocalDate exhausted(Spending spending, Instant now, ZoneId zone) {
        if (spending.limit() == null) {
            return null;
        }
        var left = Math.max(0, spending.limit() - spending.thisMonth());
        if (left > 0 && spending.lastWeek() == 0) {
            return null;
        }
        var weeks = left == 0 ? 0 : (double) left / spending.lastWeek();
        // Further away than any month is long, whatever the number.
        var seconds = Math.ceil(Math.min(weeks, 10) * WEEK.toSeconds());
        return LocalDate.ofInstant(now.plusSeconds((long) seconds), zone);
    }
}
