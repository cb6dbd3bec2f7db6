package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.payout.AccrualService.Decision;
import io.groundswell.payout.AccrualStatus;
import io.groundswell.payout.Rule;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people decide about something that is owed. */
@RegisterForReflection
record PayoutAccrualForm(
        @NeverNull @Schema(description = "`pending`, `approved` or `void`; only payments make it `paid`")
        AccrualStatus status,

        @NeverNull
        @Min(-Rule.MOST_CENTS)
        @Max(Rule.MOST_CENTS)
        @Schema(description = "What is added to the calculated amount, while it is pending; may be negative")
        Long adjustmentCents,

        @Size(max = Rules.README) String readme) {

    List<Violation> broken(JsonNode body) {
        return new Rules(body)
                .changesOneOf(List.of("status", "adjustment_cents", "readme"))
                .refusesNull("status")
                .refusesNull("adjustment_cents")
                .that(
                        adjustmentCents == null
                                || adjustmentCents >= -Rule.MOST_CENTS && adjustmentCents <= Rule.MOST_CENTS,
                        "adjustment_cents",
                        "must be a whole number from -%1$,d to %1$,d".formatted(Rule.MOST_CENTS))
                .readme(readme)
                .broken();
    }

    Decision decision(JsonNode body) {
        return new Decision(status, adjustmentCents, body.has("readme"), readme);
    }
}
