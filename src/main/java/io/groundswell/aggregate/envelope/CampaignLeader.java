package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.CampaignStanding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A campaign of the leaderboard. Counters are those of all videos in it, each once, by the last snapshot of each, added up. */
@RegisterForReflection
record CampaignLeader(
        String campaignId,
        String name,
        @Nullable Long targetViews,
        @Schema(description = "How many videos are in it") long postCount,
        @Nullable Long viewCount,
        @Nullable Long likeCount,
        @Nullable Long commentCount,
        @Nullable Long shareCount,
        @Nullable Long saveCount) {

    static CampaignLeader of(CampaignStanding campaign) {
        var counts = campaign.counts();
        return new CampaignLeader(
                campaign.id().toString(),
                campaign.name(),
                campaign.targetViews(),
                campaign.posts(),
                counts.views(),
                counts.likes(),
                counts.comments(),
                counts.shares(),
                counts.saves());
    }
}
