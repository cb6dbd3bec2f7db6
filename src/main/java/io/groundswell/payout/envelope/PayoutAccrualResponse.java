package io.groundswell.payout.envelope;

import io.groundswell.payout.Accrual;
import io.groundswell.payout.AccrualStatus;
import io.groundswell.payout.RuleKind;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a creator is owed for some days, or for a video. */
@Schema(description = "What a creator is owed for some days of a period, or for a video.")
record PayoutAccrualResponse(
        String id,
        String projectId,
        String structureId,

        @Schema(description = "The version of the structure by which it was computed")
        int structureVersion,

        String assignmentId,
        String creatorId,

        @Schema(description = "The video that passed so many views") @Nullable
        String videoId,

        RuleKind kind,
        @Schema(format = "date") String periodStart,

        @Schema(format = "date", description = "The last day")
        String periodEnd,

        @Schema(description = "What was measured: days, new views, what the goal counts, or the views of the video")
        BigDecimal quantity,

        long calculatedCents,
        long adjustmentCents,

        @Schema(description = "Both together: what is to be paid")
        long amountCents,

        AccrualStatus status,

        @Schema(description = "What paid it") @Nullable String paymentId,

        @Nullable String readme,
        String createdAt,
        String updatedAt) {
    static PayoutAccrualResponse of(Accrual accrual) {
        return new PayoutAccrualResponse(
                accrual.id().toString(),
                accrual.programId().toString(),
                accrual.structureId().toString(),
                accrual.version(),
                accrual.assignmentId().toString(),
                accrual.creatorId().toString(),
                Objects.toString(accrual.videoId(), null),
                accrual.kind(),
                accrual.startsOn().toString(),
                accrual.endsOn().toString(),
                plain(accrual.quantity()),
                accrual.calculatedCents(),
                accrual.adjustmentCents(),
                accrual.amountCents(),
                accrual.status(),
                Objects.toString(accrual.paymentId(), null),
                accrual.readme(),
                Envelope.time(accrual.createdAt()),
                Envelope.time(accrual.updatedAt()));
    }

    static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
