package io.groundswell.goal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.goal.Aim;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A goal as callers write it. All of it is needed when a goal is made. */
@RegisterForReflection
record GoalForm(
        @NeverNull GoalType type,
        @NeverNull GoalPeriod period,

        @NeverNull
        @DecimalMin("0.000001")
        @DecimalMax("1000000000000000")
        @Schema(description = "A number from 0.000001 to 10^15; of `engagement` a percentage")
        Double target) {
    private static final List<String> FIELDS = List.of("type", "period", "target");
    private static final double LEAST = 0.000_001;
    private static final double MOST = 1e15;

    List<Violation> brokenByNew(JsonNode body) {
        var rules = new Rules(body);
        FIELDS.forEach(rules::requires);
        return fitting(rules);
    }

    List<Violation> brokenByChange(JsonNode body) {
        var rules = new Rules(body).changesOneOf(FIELDS);
        FIELDS.forEach(rules::refusesNull);
        return fitting(rules);
    }

    private List<Violation> fitting(Rules rules) {
        return rules.that(
                        target == null || target >= LEAST && target <= MOST,
                        "target",
                        "must be a number from 0.000001 to 10^15")
                .broken();
    }

    /** What the goal wants, but for the fields that the body has. */
    Aim changed(Aim now) {
        return new Aim(
                type == null ? now.type() : type,
                period == null ? now.period() : period,
                target == null ? now.target() : decimal());
    }

    Aim aim() {
        return new Aim(type, period, decimal());
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(target);
    }
}
