package io.groundswell.creator.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.creator.Creator;
import io.groundswell.creator.TrackingMode;
import io.groundswell.database.Edge;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator as callers read it. */
@Schema(
        description =
                "Somebody whose videos a project tracks. Its own snapshots count followers, those of its videos all else.")
record CreatorResponse(
        String id,
        String projectId,
        @Schema(description = "Without the @") String tiktokHandle,
        @Nullable String displayName,

        @Schema(description = "The same as `readme`") @Nullable
        String description,

        @Nullable String readme,

        @JsonRawValue @Schema(implementation = ObjectNode.class, description = "What agents keep here; any JSON")
        String metadata,

        @Schema(description = "Whether videos that are found are tracked, or wait to be reviewed")
        TrackingMode trackingMode,

        @Schema(format = "date") String trackingStartDate,

        @Schema(description = "By the last snapshot; null when there is none") @Nullable
        Long followerCount,

        @Schema(description = "Since when nothing is fetched of it; null while it is tracked", format = "date-time")
        @Nullable
        String disabledAt,

        String createdAt,
        String updatedAt) {
    /** @param followers null when nobody has counted them */
    static CreatorResponse of(Creator creator, Long followers) {
        return new CreatorResponse(
                creator.id().toString(),
                creator.programId().toString(),
                creator.handle(),
                creator.displayName(),
                creator.readme(),
                creator.readme(),
                creator.metadata(),
                creator.trackingMode(),
                creator.trackingStartDate().toString(),
                followers,
                Envelope.time(creator.disabledAt()),
                Envelope.time(creator.createdAt()),
                Envelope.time(creator.updatedAt()));
    }

    static Edge edge(Creator creator) {
        return new Edge(creator.createdAt(), creator.id());
    }
}
