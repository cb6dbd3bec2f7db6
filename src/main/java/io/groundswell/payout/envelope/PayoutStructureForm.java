package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.Rule;
import io.groundswell.payout.StructureDetails;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payout structure as callers write it. */
@RegisterForReflection
record PayoutStructureForm(
        @NeverNull @Size(min = 1, max = NAME) @Schema(description = "Needed when a structure is made")
        String name,

        @NeverNull
        @Schema(
                description = "Needed when a structure is made; another one is another version, from tomorrow on."
                        + " `recurring`: `period`, `amount_cents`. `goals`: also `goal_type`, `goal_target`."
                        + " `cpm`: `period`, `cpm_cents`, perhaps `minimum_cents`, `cap_cents`. `view_threshold`:"
                        + " `threshold_views`, `amount_cents`")
        PayoutRuleForm rule,

        @Schema(description = "Any JSON object; replaces the one before it as a whole")
        ObjectNode metadata,

        @Size(max = Rules.README) String readme) {
    private static final int NAME = 200;

    List<Violation> brokenByNew(JsonNode body) {
        return fitting(new Rules(body).requires("name").requires("rule"), body);
    }

    List<Violation> brokenByChange(JsonNode body) {
        return fitting(
                new Rules(body)
                        .changesOneOf(List.of("name", "rule", "metadata", "readme"))
                        .refusesNull("name")
                        .refusesNull("rule"),
                body);
    }

    private List<Violation> fitting(Rules rules, JsonNode body) {
        rules.words("name", name, NAME).readme(readme);
        var broken = new ArrayList<>(Metadata.check(rules, metadata).broken());
        if (rule != null) {
            broken.addAll(rule.check(body.path("rule")).broken());
        }
        return broken;
    }

    StructureDetails details() {
        return new StructureDetails(name, Metadata.text(metadata), readme);
    }

    /** What the structure is, but for the fields that the body has. */
    StructureDetails changed(JsonNode body, StructureDetails now) {
        var sent = details();
        return new StructureDetails(
                body.has("name") ? sent.name() : now.name(),
                body.has("metadata") ? sent.metadata() : now.metadata(),
                body.has("readme") ? sent.readme() : now.readme());
    }

    Rule changed(Rule now) {
        return rule == null ? now : rule.rule();
    }
}
