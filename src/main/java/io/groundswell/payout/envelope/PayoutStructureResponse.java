package io.groundswell.payout.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.payout.Structure;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What creators of a project are paid for. */
@Schema(description = "What creators of a project are paid for: a rule. Another rule is another version.")
record PayoutStructureResponse(
        String id,
        String projectId,
        String name,

        @Schema(description = "How many rules there have been")
        int version,

        @Schema(format = "date", description = "The day from which the rule holds; null for the first one") @Nullable
        String effectiveFrom,

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
                Objects.toString(structure.newest().effectiveFrom(), null),
                PayoutRuleResponse.of(structure.newest().rule()),
                details.metadata(),
                details.readme(),
                Envelope.time(structure.createdAt()),
                Envelope.time(structure.updatedAt()));
    }
}
