package io.groundswell.experiment.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.event.EventRules;
import io.groundswell.experiment.ExperimentError;
import io.groundswell.experiment.ExperimentStatus;
import io.groundswell.experiment.NewExperiment;
import io.groundswell.experiment.Variant;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Experiments as callers write them. The rules are in the core; what stands on the interfaces tells them to machines. */
interface ExperimentForms {
    record NewExperimentRequest(String project, String name, JsonNode variants, String goalEvent, JsonNode weights) {
        NewExperiment read() {
            var missing = new ArrayList<String>();
            need("project", project == null || project.isEmpty(), missing);
            need("name", name == null || name.isEmpty(), missing);
            need("variants", isAbsent(variants), missing);
            need("goal_event", goalEvent == null || goalEvent.isEmpty(), missing);
            if (!missing.isEmpty()) {
                throw Refusal.on(
                        ExperimentError.MISSING_FIELDS,
                        missing.get(0),
                        "%s",
                        String.join(", ", missing) + (missing.size() == 1 ? " is required" : " are required"));
            }
            return new NewExperiment(project, name, readVariants(), goalEvent);
        }

        private static void need(String field, boolean isMissing, List<String> missing) {
            if (isMissing) {
                missing.add(field);
            }
        }

        private static boolean isAbsent(JsonNode node) {
            return node == null || node.isNull();
        }

        private List<Variant> readVariants() {
            var keys = new ArrayList<String>();
            for (var key : requireList("variants", variants)) {
                // What is no text is no key, either.
                keys.add(key.isTextual() ? key.textValue() : "");
            }
            if (isAbsent(weights)) {
                return Variant.list(keys);
            }
            var numbers = new ArrayList<Integer>();
            for (var weight : requireList("weights", weights)) {
                // What is no whole number is no weight, either.
                numbers.add(weight.canConvertToExactIntegral() && weight.canConvertToInt() ? weight.intValue() : -1);
            }
            return Variant.list(keys, numbers);
        }

        private static JsonNode requireList(String param, JsonNode node) {
            if (!node.isArray()) {
                throw Refusal.on(ExperimentError.INVALID_VARIANTS, param, "%s must be a list", param);
            }
            return node;
        }
    }

    record ExperimentChangeRequest(String status, String winner) {
        ExperimentStatus requiredStatus() {
            if (status == null) {
                throw Refusal.on(ExperimentError.MISSING_FIELDS, "status", "status is required");
            }
            return ExperimentStatus.require(status);
        }
    }

    @Describes(NewExperimentRequest.class)
    interface NewOne {
        @NotNull
        @Size(min = 1)
        @Schema(description = "The name of the project")
        String project();

        @NotNull
        @Pattern(regexp = NewExperiment.NAME)
        @Schema(description = "By which pages ask for it; one experiment of the project has it")
        String name();

        @NotNull
        @Size(min = Variant.FEWEST, max = Variant.MOST)
        @Schema(description = "What pages know the variants by; each once")
        List<@Pattern(regexp = Variant.FORM) String> variants();

        @NotNull
        @Size(min = 1, max = EventRules.LONGEST_TEXT)
        @Schema(description = "The event that counts as a conversion")
        String goalEvent();

        @Size(min = Variant.FEWEST, max = Variant.MOST)
        @Schema(
                description =
                        "How many of a hundred users see each variant, in their order; equally many if it is not given")
        List<@Min(0) @Max(100) Integer> weights();
    }

    @Describes(ExperimentChangeRequest.class)
    interface Change {
        @NotNull
        @Schema(enumeration = {"active", "paused", "completed"})
        String status();

        @Schema(description = "The key of the variant that won; only with `completed`")
        String winner();
    }
}
