package io.groundswell.payout.envelope;

import io.groundswell.payout.Accrual;
import io.groundswell.payout.AccrualStatus;
import io.groundswell.payout.RuleKind;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
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
        LocalDate periodStart,

        @Schema(description = "The last day") LocalDate periodEnd,

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
                text(accrual.videoId()),
                accrual.kind(),
                accrual.startsOn(),
                accrual.endsOn(),
                plain(accrual.quantity()),
                accrual.calculatedCents(),
                accrual.adjustmentCents(),
                accrual.amountCents(),
                accrual.status(),
                text(accrual.paymentId()),
                accrual.readme(),
                Envelope.time(accrual.createdAt()),
                Envelope.time(accrual.updatedAt()));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
