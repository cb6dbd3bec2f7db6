package io.groundswell.funnel.flat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.groundswell.funnel.Funnel;
import io.groundswell.wire.openapi.Describes;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A question about a funnel, as callers write it. */
record FunnelForm(
        @NotNull String project,
        JsonNode steps,

        @Schema(description = "From the first step to the last: 1 to 8,760; 168 if it is not given")
        BigDecimal conversionWindowHours,

        @Schema(description = "The first day, in UTC: a date, a time, or days before today; else 30 days")
        String since,

        @Schema(description = "Whose way is followed: `user_id` or `session_id`")
        String countBy,

        @Schema(description = "The key of a property of the first event, or `country`")
        String breakdown,

        @Schema(implementation = Integer.class, description = "1 to 50 values; 10 if it is not given")
        JsonNode breakdownLimit) {

    record StepForm(
            @NotNull @Size(min = 1, max = 256) String event,

            @Schema(description = "All of them must hold") List<StepFilterForm> filters) {}

    record StepFilterForm(
            @NotNull @Schema(description = "The key of a property, or `country`")
            String property,

            @NotNull @Schema(description = "`eq`, `neq` or `contains`")
            String op,

            @NotNull @Schema(implementation = ValueNode.class)
            JsonNode value) {}

    @Describes(FunnelForm.class)
    interface Described {
        @NotNull
        @Size(min = Funnel.FEWEST_STEPS, max = Funnel.MOST_STEPS)
        List<StepForm> steps();
    }
}
