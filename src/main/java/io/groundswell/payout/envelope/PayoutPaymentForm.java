package io.groundswell.payout.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.Paid;
import io.groundswell.payout.PaymentDetails;
import io.groundswell.payout.Rule;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was paid, as callers write it. */
@RegisterForReflection
record PayoutPaymentForm(
        @NotNull @Schema(format = "uuid") String creatorId,

        @NotNull @Schema(format = "uuid") String methodId,

        @Size(min = 1, max = MOST) @Schema(description = "What is paid by it, all approved; or else `amount_cents`")
        List<String> accrualIds,

        @Min(-Rule.MOST_CENTS)
        @Max(Rule.MOST_CENTS)
        @Schema(description = "Of a payment without accruals, not 0; negative for money that came back")
        Long amountCents,

        @Min(-Rule.MOST_CENTS)
        @Max(Rule.MOST_CENTS)
        @Schema(description = "What is paid besides the accruals; negative for what is paid less")
        Long adjustmentCents,

        @Schema(format = "date", description = "Today when not given")
        String paidOn,

        @Schema(description = "Any JSON object") ObjectNode metadata,

        @Size(max = Rules.README) String readme) {
    private static final int MOST = 100;
    private static final String AN_AMOUNT = "must be a whole number from -%1$,d to %1$,d".formatted(Rule.MOST_CENTS);

    List<Violation> broken(JsonNode body) {
        // What is there but could not be read is given all the same.
        var ofAccruals = body.hasNonNull("accrual_ids");
        var rules = new Rules(body)
                .requires("creator_id")
                .requires("method_id")
                .that(creatorId == null || Ids.read(creatorId) != null, "creator_id", "must be a UUID")
                .that(methodId == null || Ids.read(methodId) != null, "method_id", "must be a UUID")
                .that(
                        ofAccruals != body.hasNonNull("amount_cents"),
                        "amount_cents",
                        "must be given, or else accrual_ids, but not both")
                .that(
                        amountCents == null || fits(amountCents) && amountCents != 0,
                        "amount_cents",
                        AN_AMOUNT + ", not 0")
                .that(
                        adjustmentCents == null || fits(adjustmentCents) && ofAccruals,
                        "adjustment_cents",
                        AN_AMOUNT + ", beside accrual_ids")
                .that(
                        accrualIds == null || !accrualIds.isEmpty() && accrualIds.size() <= MOST,
                        "accrual_ids",
                        "must have 1 to " + MOST + " elements")
                .that(paidOn == null || Times.date(paidOn) != null, "paid_on", Times.A_DATE)
                .readme(readme);
        for (var at = 0; accrualIds != null && at < Math.min(accrualIds.size(), MOST); at++) {
            var id = accrualIds.get(at);
            rules.that(id != null && Ids.read(id) != null, "accrual_ids[" + at + "]", "must be a UUID");
        }
        return Metadata.check(rules, metadata).broken();
    }

    private static boolean fits(long cents) {
        return cents >= -Rule.MOST_CENTS && cents <= Rule.MOST_CENTS;
    }

    Paid paid() {
        return new Paid(
                Ids.read(creatorId),
                Ids.read(methodId),
                accrualIds == null
                        ? List.of()
                        : accrualIds.stream().map(Ids::read).distinct().toList(),
                amountCents != null ? amountCents : adjustmentCents == null ? 0 : adjustmentCents,
                new PaymentDetails(Times.date(paidOn), Metadata.text(metadata), readme));
    }
}
