package io.groundswell.performance;

import io.groundswell.cost.ExpenseSums;

/**
 * What was paid in a period, and what for.
 *
 * @param limitCents what the organization may spend in a month, null for no limit
 * @param impressions that were gained meanwhile
 */
public record Costs(Period period, ExpenseSums expenses, Long limitCents, long impressions, CostProjection projection) {
    private static final int THOUSAND = 1_000;

    /** In percent, one decimal; 100 of a limit of nothing, and null without a limit. */
    public Double limitUsedPercent() {
        return limitCents == null ? null : limitCents == 0 ? Double.valueOf(100) : share(expenses.cents(), limitCents);
    }

    /** Whole cents, rounded down; null without any post. */
    public Long perItemCents() {
        return expenses.items() == 0 ? null : Long.valueOf(expenses.cents() / expenses.items());
    }

    /** Whole cents, rounded down; null without any impression. */
    public Long perThousandImpressionsCents() {
        return impressions == 0 ? null : Long.valueOf(expenses.cents() * THOUSAND / impressions);
    }

    /** Of the total, in percent, one decimal. */
    public double share(ExpenseSums.OfStage stage) {
        return expenses.cents() == 0 ? 0 : share(stage.cents(), expenses.cents());
    }

    private static double share(long part, long whole) {
        return Math.round(1_000.0 * part / whole) / 10.0;
    }
}
