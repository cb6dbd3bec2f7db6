package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.payout.Rule;
import io.groundswell.payout.RuleKind;
import io.groundswell.wire.envelope.Rules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much is paid for what, as callers write it. */
@RegisterForReflection
record PayoutRuleForm(
        @NotNull RuleKind kind,
        GoalPeriod period,

        @Min(1) @Max(Rule.MOST_CENTS) @Schema(description = "For a whole period, or for a video")
        Long amountCents,

        GoalType goalType,

        @Schema(description = "What is to be reached in a whole period; more than 0, and below 10¹⁵")
        BigDecimal goalTarget,

        @Min(1) @Max(Rule.MOST_CENTS) @Schema(description = "For 1,000 new views")
        Long cpmCents,

        @Min(0) @Max(Rule.MOST_CENTS) @Schema(description = "Of a whole period")
        Long minimumCents,

        @Min(0) @Max(Rule.MOST_CENTS) @Schema(description = "Of a whole period")
        Long capCents,

        @Min(1) @Max(Rule.MOST_CENTS) Long thresholdViews) {
    private static final BigDecimal MOST_TARGET = BigDecimal.valueOf(Rule.MOST_CENTS);
    private static final int MOST_DIGITS = 9;
    private static final Map<RuleKind, List<String>> NEEDED = Map.of(
            RuleKind.RECURRING, List.of("period", "amount_cents"),
            RuleKind.GOALS, List.of("period", "amount_cents", "goal_type", "goal_target"),
            RuleKind.CPM, List.of("period", "cpm_cents"),
            RuleKind.VIEW_THRESHOLD, List.of("threshold_views", "amount_cents"));
    private static final Set<String> OF_CPM = Set.of("minimum_cents", "cap_cents");
    private static final List<String> FIELDS = List.of(
            "period",
            "amount_cents",
            "goal_type",
            "goal_target",
            "cpm_cents",
            "minimum_cents",
            "cap_cents",
            "threshold_views");

    Rules check(JsonNode rule) {
        var rules = new Rules(rule, "rule.").requires("kind");
        if (kind != null) {
            NEEDED.get(kind).forEach(rules::requires);
            FIELDS.forEach(field -> rules.that(
                    rule.path(field).isMissingNode() || rule.path(field).isNull() || isUsed(field),
                    field,
                    "is of no use for " + kind));
        }
        cents(rules, "amount_cents", amountCents, 1);
        cents(rules, "cpm_cents", cpmCents, 1);
        cents(rules, "minimum_cents", minimumCents, 0);
        cents(rules, "cap_cents", capCents, 0);
        cents(rules, "threshold_views", thresholdViews, 1);
        return rules.that(
                        minimumCents == null || capCents == null || minimumCents <= capCents,
                        "cap_cents",
                        "must not be less than minimum_cents")
                .that(
                        goalTarget == null
                                || goalTarget.signum() > 0
                                        && goalTarget.compareTo(MOST_TARGET) < 0
                                        && goalTarget.scale() <= MOST_DIGITS,
                        "goal_target",
                        "must be more than 0 and below 10^15, with at most %d decimals".formatted(MOST_DIGITS));
    }

    private boolean isUsed(String field) {
        return NEEDED.get(kind).contains(field) || kind == RuleKind.CPM && OF_CPM.contains(field);
    }

    private static void cents(Rules rules, String field, Long value, long least) {
        rules.that(
                value == null || value >= least && value <= Rule.MOST_CENTS,
                field,
                "must be a whole number from %d to %,d".formatted(least, Rule.MOST_CENTS));
    }

    Rule rule() {
        return new Rule(
                kind,
                period,
                amountCents,
                goalType,
                goalTarget == null ? null : PayoutAccrualResponse.plain(goalTarget),
                cpmCents,
                minimumCents,
                capCents,
                thresholdViews);
    }
}
