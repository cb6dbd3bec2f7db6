package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.PaymentDetails;
import io.groundswell.payout.PaymentStatus;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of a payment. */
@RegisterForReflection
record PayoutPaymentChangeForm(
        @NeverNull @Schema(description = "`void` frees its accruals, for good")
        PaymentStatus status,

        @NeverNull @Schema(format = "date") String paidOn,

        @Schema(description = "Any JSON object; replaces the one before it as a whole")
        ObjectNode metadata,

        @Size(max = Rules.README) String readme) {
    List<Violation> broken(JsonNode body) {
        var rules = new Rules(body)
                .changesOneOf(List.of("status", "paid_on", "metadata", "readme"))
                .refusesNull("status")
                .refusesNull("paid_on")
                .that(paidOn == null || Times.date(paidOn) != null, "paid_on", Times.A_DATE)
                .readme(readme);
        return Metadata.check(rules, metadata).broken();
    }

    /** What is said of it, but for the fields that the body has. */
    PaymentDetails changed(JsonNode body, PaymentDetails now) {
        return new PaymentDetails(
                body.has("paid_on") ? Times.date(paidOn) : now.paidOn(),
                body.has("metadata") ? Metadata.text(metadata) : now.metadata(),
                body.has("readme") ? readme : now.readme());
    }
}
