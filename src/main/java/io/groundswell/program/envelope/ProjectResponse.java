package io.groundswell.program.envelope;

import io.groundswell.account.envelope.OrgIds;
import io.groundswell.database.Edge;
import io.groundswell.program.Program;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A programme of creators, which this contract calls a project. */
@Schema(
        description =
                "A programme of creators, whose videos and campaigns are tracked together. Its `readme` says what to know before judging it.")
record ProjectResponse(
        String id,
        String orgId,
        String name,

        @Schema(description = "The same as `readme`") @Nullable
        String description,

        @Nullable String readme,
        String createdAt,
        String updatedAt) {
    static ProjectResponse of(Program program) {
        return new ProjectResponse(
                program.id().toString(),
                OrgIds.of(program.organizationId()).toString(),
                program.name(),
                program.readme(),
                program.readme(),
                Envelope.time(program.createdAt()),
                Envelope.time(program.updatedAt()));
    }

    static Edge edge(Program program) {
        return new Edge(program.createdAt(), program.id());
    }
}
