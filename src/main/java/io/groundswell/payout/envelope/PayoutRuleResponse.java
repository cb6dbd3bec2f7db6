package io.groundswell.payout.envelope;

import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.payout.Rule;
import io.groundswell.payout.RuleKind;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/** How much is paid for what; null is what the kind has no use for, or what does not limit it. */
record PayoutRuleResponse(
        RuleKind kind,
        @Nullable GoalPeriod period,
        @Nullable Long amountCents,
        @Nullable GoalType goalType,
        @Nullable BigDecimal goalTarget,
        @Nullable Long cpmCents,
        @Nullable Long minimumCents,
        @Nullable Long capCents,
        @Nullable Long thresholdViews) {
    static PayoutRuleResponse of(Rule rule) {
        return new PayoutRuleResponse(
                rule.kind(),
                rule.period(),
                rule.amountCents(),
                rule.goalType(),
                rule.goalTarget(),
                rule.cpmCents(),
                rule.minimumCents(),
                rule.capCents(),
                rule.thresholdViews());
    }
}
