package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.VideoStanding;
import io.groundswell.wire.envelope.Envelope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A video of the leaderboard, with its counters by the last snapshot. What is not known is null. */
@RegisterForReflection
record VideoLeader(
        String videoId,
        @Nullable String title,

        @Schema(description = "Null: pictures of videos are not kept") @Nullable
        String thumbnailUrl,

        String url,
        @Nullable Long viewCount,
        @Nullable Long likeCount,
        @Nullable Long commentCount,
        @Nullable Long shareCount,
        @Nullable Long saveCount,
        @Nullable String postedAt) {

    static VideoLeader of(VideoStanding video) {
        var counts = video.counts();
        return new VideoLeader(
                video.id().toString(),
                video.title(),
                null,
                video.url(),
                counts.views(),
                counts.likes(),
                counts.comments(),
                counts.shares(),
                counts.saves(),
                Envelope.time(video.postedAt()));
    }
}
