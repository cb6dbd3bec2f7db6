package io.groundswell.payout.envelope;

import io.groundswell.payout.Assignment;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a creator is paid by a structure. */
@Schema(description = "That a creator is paid by a structure, from a day until a day.")
record PayoutAssignmentResponse(
        String id,
        String structureId,
        String creatorId,
        @Schema(format = "date") String startsOn,
        @Nullable @Schema(format = "date") String endsOn,

        @Schema(format = "date", description = "The last day for which accruals are made") @Nullable
        String accruedThrough,

        String createdAt) {
    static PayoutAssignmentResponse of(Assignment assignment) {
        return new PayoutAssignmentResponse(
                assignment.id().toString(),
                assignment.structureId().toString(),
                assignment.creatorId().toString(),
                assignment.startsOn().toString(),
                Objects.toString(assignment.endsOn(), null),
                Objects.toString(assignment.accruedThrough(), null),
                Envelope.time(assignment.createdAt()));
    }
}
