package io.groundswell.payout.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.Structure;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What creators of a project are paid for. */
@Schema(description = "What creators of a project are paid for: a rule. Another rule is another version.")
record PayoutStructureResponse(
        String id,
        String projectId,
        String name,

        @Schema(description = "How many rules there have been")
        int version,

        @Schema(description = "The day from which the rule holds; null for the first one") @Nullable
        LocalDate effectiveFrom,

        PayoutRuleResponse rule,

        @JsonRawValue @Schema(implementation = ObjectNode.class, description = "What agents keep here; any JSON")
        String metadata,

        @Nullable String readme,
        String createdAt,
        String updatedAt) {
    static PayoutStructureResponse of(Structure structure) {
        var details = structure.details();
        return new PayoutStructureResponse(
                structure.id().toString(),
                structure.programId().toString(),
                details.name(),
                structure.newest().number(),
                structure.newest().effectiveFrom(),
                PayoutRuleResponse.of(structure.newest().rule()),
                details.metadata(),
                details.readme(),
                Envelope.time(structure.createdAt()),
                Envelope.time(structure.updatedAt()));
    }
}
