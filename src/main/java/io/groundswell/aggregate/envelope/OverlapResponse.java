package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Overlap;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two campaigns, and how many creators are in both. */
@RegisterForReflection
record OverlapResponse(
        Member campaignA,
        Member campaignB,

        @Schema(description = "How many creators are in both")
        int sharedCreatorCount) {

    @RegisterForReflection
    @Schema(name = "OverlapCampaign")
    record Member(
            String campaignId,
            String name,

            @Schema(description = "How many creators are in it")
            int creatorCount) {
        static Member of(Overlap.Member campaign) {
            return new Member(campaign.id().toString(), campaign.name(), campaign.creators());
        }
    }

    static OverlapResponse of(Overlap overlap) {
        return new OverlapResponse(Member.of(overlap.one()), Member.of(overlap.other()), overlap.shared());
    }
}
