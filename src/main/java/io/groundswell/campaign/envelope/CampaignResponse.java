package io.groundswell.campaign.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.campaign.Campaign;
import io.groundswell.database.Edge;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A named set of creators, videos and other campaigns. */
@Schema(
        description =
                "A named set of creators, videos and other campaigns of one project. Its figures are those of all videos that are reached through its items, each counted once.")
record CampaignResponse(
        String id,
        String projectId,
        String name,

        @Schema(description = "The same as `readme`") @Nullable
        String description,

        @Nullable String readme,

        @JsonRawValue @Schema(implementation = ObjectNode.class, description = "What agents keep here; any JSON")
        String metadata,

        @Nullable Long targetViews,
        @Nullable String targetAt,
        String createdAt,
        String updatedAt) {
    static CampaignResponse of(Campaign campaign) {
        var description = campaign.description();
        return new CampaignResponse(
                campaign.id().toString(),
                campaign.programId().toString(),
                description.name(),
                description.readme(),
                description.readme(),
                description.metadata(),
                description.targetViews(),
                Envelope.time(description.targetAt()),
                Envelope.time(campaign.createdAt()),
                Envelope.time(campaign.updatedAt()));
    }

    static Edge edge(Campaign campaign) {
        return new Edge(campaign.createdAt(), campaign.id());
    }
}
