package io.groundswell.payout.envelope;

import io.groundswell.payout.Assignment;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a creator is paid by a structure. */
@Schema(description = "That a creator is paid by a structure, from a day until a day.")
record PayoutAssignmentResponse(
        String id,
        String structureId,
        String creatorId,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,

        @Schema(description = "The last day for which accruals are made") @Nullable
        LocalDate accruedThrough,

        String createdAt) {
    static PayoutAssignmentResponse of(Assignment assignment) {
        return new PayoutAssignmentResponse(
                assignment.id().toString(),
                assignment.structureId().toString(),
                assignment.creatorId().toString(),
                assignment.startsOn(),
                assignment.endsOn(),
                assignment.accruedThrough(),
                Envelope.time(assignment.createdAt()));
    }
}
