package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.CreatorStanding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator of the leaderboard. Counters are those of its videos, by the last snapshot of each, added up. */
@RegisterForReflection
record CreatorLeader(
        String creatorId,
        @Schema(description = "Without the @") String tiktokHandle,
        @Nullable String displayName,
        @Nullable Long followerCount,
        long postCount,
        @Nullable Long viewCount,
        @Nullable Long likeCount,
        @Nullable Long commentCount,
        @Nullable Long shareCount,
        @Nullable Long saveCount) {

    static CreatorLeader of(CreatorStanding creator) {
        var counts = creator.counts();
        return new CreatorLeader(
                creator.id().toString(),
                creator.handle(),
                creator.displayName(),
                creator.followers(),
                creator.posts(),
                counts.views(),
                counts.likes(),
                counts.comments(),
                counts.shares(),
                counts.saves());
    }
}
