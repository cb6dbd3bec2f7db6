package io.groundswell.payout;

import io.groundswell.goal.GoalType;
import io.groundswell.goal.Period;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days of one period on which one version of a structure holds for a creator: all of them, or some.
 *
 * @param period null for a rule that knows none
 * @param from its first day
 * @param to the day after its last one
 */
record Part(Version version, Period period, LocalDate from, LocalDate to) {
    private static final BigDecimal A_THOUSAND = BigDecimal.valueOf(1000);

    /** Whether snapshots have a say in it. */
    boolean isMeasured() {
        return version.rule().kind() != RuleKind.RECURRING;
    }

    /** Where no period says when it is over, it is today at the latest. */
    Part until(LocalDate today) {
        return period == null && to.isAfter(today) ? new Part(version, null, from, today) : this;
    }

    /** Only the last days of it: those from so many before a day on. */
    Part since(LocalDate last, int days) {
        var first = last == null ? from : last.minusDays(days - 1L);
        return first.isAfter(from) ? new Part(version, period, first, to) : this;
    }

    /** One of its days. */
    Part on(LocalDate day) {
        return new Part(version, period, day, day.plusDays(1));
    }

    /** The first day of what it is computed from. */
    LocalDate first() {
        return period == null ? from : period.start();
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    private boolean isWhole() {
        return days() == wholeDays();
    }

    private long wholeDays() {
        return ChronoUnit.DAYS.between(period.start(), period.end());
    }

    /** Of an amount for the whole period. What its parts get adds up to it, whichever parts there are. */
    long share(long cents) {
        return through(cents, to) - through(cents, from);
    }

    private long through(long cents, LocalDate day) {
        return BigInteger.valueOf(cents)
                .multiply(BigInteger.valueOf(ChronoUnit.DAYS.between(period.start(), day)))
                .divide(BigInteger.valueOf(wholeDays()))
                .longValueExact();
    }

    /** Whether the days of this part reached what is asked of them. A rate is asked of few days as of many. */
    boolean meets(BigDecimal actual) {
        var rule = version.rule();
        var target = isWhole() || rule.goalType() == GoalType.ENGAGEMENT
                ? rule.goalTarget()
                : rule.goalTarget()
                        .multiply(BigDecimal.valueOf(days()))
                        .divide(BigDecimal.valueOf(wholeDays()), 9, RoundingMode.HALF_UP);
        return actual.compareTo(target) >= 0;
    }

    /**
     * For views, by the thousand. What the parts of a period get without minimum and cap adds up to what all of its views get.
     *
     * @param before new views of the period before this part
     * @param within new views of this part
     */
    long forViews(BigDecimal before, BigDecimal within) {
        var rule = version.rule();
        var cents = forThousands(before.add(within)).subtract(forThousands(before));
        if (rule.minimumCents() != null) {
            cents = cents.max(BigInteger.valueOf(share(rule.minimumCents())));
        }
        var cap = rule.capCents() == null ? Rule.MOST_CENTS : share(rule.capCents());
        return cents.min(BigInteger.valueOf(cap)).longValueExact();
    }

    private BigInteger forThousands(BigDecimal views) {
        return views.multiply(BigDecimal.valueOf(version.rule().cpmCents()))
                .divideToIntegralValue(A_THOUSAND)
                .toBigInteger();
    }

    /** What tells it from all other parts of one creator and structure. */
    String reason() {
        return "day " + from;
    }
}
