package io.groundswell.payout;

import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.shared.Refusal;
import java.math.BigDecimal;

/**
 * How much is paid for what. What the kind has no use for is null.
 *
 * @param period not of view thresholds
 * @param amountCents not of CPM
 * @param minimumCents of CPM, for a whole period; or null
 * @param capCents of CPM, for a whole period; or null
 */
public record Rule(
        RuleKind kind,
        GoalPeriod period,
        Long amountCents,
        GoalType goalType,
        BigDecimal goalTarget,
        Long cpmCents,
        Long minimumCents,
        Long capCents,
        Long thresholdViews) {
    /** In any field, and of what any rule comes to. */
    public static final long MOST_CENTS = 1_000_000_000_000_000L;

    /** Refuses what is too much for one accrual or payment. */
    static void requireFitting(String param, long cents) {
        if (Math.abs(cents) > MOST_CENTS) {
            throw Refusal.invalid(
                    param, "%s would make it %,d cents; at most %,d are possible", param, cents, MOST_CENTS);
        }
    }
}
