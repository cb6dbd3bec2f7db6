package io.groundswell.payout.envelope;

import io.groundswell.payout.RecomputationService.Recomputation;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an accrual would come to now. */
@Schema(description = "What an accrual comes to by the snapshots that there are now, which may have come late.")
record PayoutRecomputationResponse(
        String accrualId,

        @Schema(description = "What is measured now") BigDecimal quantity,

        @Schema(description = "What is owed by it") long calculatedCents,

        @Schema(description = "By how much that is more than the accrual's own `calculated_cents`")
        long differenceCents) {
    static PayoutRecomputationResponse of(Recomputation made) {
        return new PayoutRecomputationResponse(
                made.accrual().id().toString(),
                PayoutAccrualResponse.plain(made.now().quantity()),
                made.now().cents(),
                made.differenceCents());
    }
}
