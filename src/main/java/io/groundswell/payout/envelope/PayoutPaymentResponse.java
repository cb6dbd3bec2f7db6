package io.groundswell.payout.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.Payment;
import io.groundswell.payout.PaymentStatus;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The note that a creator was paid. */
@Schema(description = "The note that a creator was paid. Groundswell moves no money.")
record PayoutPaymentResponse(
        String id,
        @Nullable String creatorId,
        @Nullable String methodId,

        @Schema(description = "The method's name when the payment was recorded")
        String methodName,

        long amountCents,

        @Schema(description = "The part of the amount that no accrual accounts for")
        long adjustmentCents,

        @Schema(description = "What it paid, also after it was voided")
        List<String> accrualIds,

        @Schema(format = "date") String paidOn,
        PaymentStatus status,

        @JsonRawValue @Schema(implementation = ObjectNode.class, description = "What agents keep here; any JSON")
        String metadata,

        @Nullable String readme,
        String createdAt,
        String updatedAt) {
    static PayoutPaymentResponse of(Payment payment) {
        var details = payment.details();
        return new PayoutPaymentResponse(
                payment.id().toString(),
                Objects.toString(payment.creatorId(), null),
                Objects.toString(payment.methodId(), null),
                payment.methodName(),
                payment.amountCents(),
                payment.adjustmentCents(),
                payment.accrualIds(),
                details.paidOn().toString(),
                payment.status(),
                details.metadata(),
                details.readme(),
                Envelope.time(payment.createdAt()),
                Envelope.time(payment.updatedAt()));
    }
}
