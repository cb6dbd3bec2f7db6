package io.groundswell.payout.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.account.envelope.OrgIds;
import io.groundswell.database.Edge;
import io.groundswell.payout.Method;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way in which an organization pays creators. */
@Schema(description = "A way in which an organization pays creators. Groundswell notes payments; it moves no money.")
record PayoutMethodResponse(
        String id,
        String orgId,
        String name,
        @Nullable String iconUrl,

        @Schema(description = "Whether every organization has it: it can be deactivated, but not deleted")
        boolean isDefault,

        @Schema(description = "Whether payments may name it")
        boolean isActive,

        @JsonRawValue @Schema(implementation = ObjectNode.class, description = "What agents keep here; any JSON")
        String metadata,

        @Nullable String readme,
        String createdAt) {
    static PayoutMethodResponse of(Method method) {
        var details = method.details();
        return new PayoutMethodResponse(
                method.id().toString(),
                OrgIds.of(method.organizationId()).toString(),
                details.name(),
                details.iconUrl(),
                method.isDefault(),
                details.isActive(),
                details.metadata(),
                details.readme(),
                Envelope.time(method.createdAt()));
    }

    static Edge edge(Method method) {
        return new Edge(method.createdAt(), method.id());
    }
}
