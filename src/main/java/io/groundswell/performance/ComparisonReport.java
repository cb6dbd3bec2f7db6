package io.groundswell.performance;

import io.groundswell.database.Questions;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers how one period compares with another. */
@ApplicationScoped
public class ComparisonReport {
    private final Questions questions;
    private final Periods periods;
    private final PlatformTotals totals;

    ComparisonReport(Questions questions, Periods periods, PlatformTotals totals) {
        this.questions = questions;
        this.periods = periods;
        this.totals = totals;
    }

    public Comparison of(Owner owner, Period first, Period second) {
        return questions.ask(owner, () -> {
            var zone = periods.zone(owner);
            return new Comparison(
                    new Comparison.Side(first, totals.total(owner, first, zone, null)),
                    new Comparison.Side(second, totals.total(owner, second, zone, null)));
        });
    }
}
