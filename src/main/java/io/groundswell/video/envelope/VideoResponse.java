package io.groundswell.video.envelope;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.database.Edge;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.video.TrackingStatus;
import io.groundswell.video.Video;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A video as callers read it. */
@Schema(
        description =
                "Something that was posted. Its `tracking_status` says whether it counts towards its creator, its campaigns and its project.")
record VideoResponse(
        String id,
        String projectId,

        @Schema(description = "Null when it was added by its address") @Nullable
        String creatorId,

        @Schema(description = "Null when its address does not tell") @Nullable
        String tiktokVideoId,

        String url,
        @Nullable String title,

        @Schema(description = "The same as `readme`") @Nullable
        String description,

        @Nullable String readme,

        @JsonRawValue @Schema(implementation = ObjectNode.class, description = "What agents keep here; any JSON")
        String metadata,

        @Schema(description = "How it came to be here, or what was decided about it")
        TrackingStatus trackingStatus,

        @Nullable String postedAt,

        @Schema(description = "By the last snapshot, as are the other counts; null when there is none") @Nullable
        Long viewCount,

        @Nullable Long likeCount,
        @Nullable Long commentCount,
        @Nullable Long shareCount,
        @Nullable Long saveCount,

        @Schema(description = "Since when nothing is fetched of it; null while it is tracked", format = "date-time")
        @Nullable
        String disabledAt,

        String createdAt,
        String updatedAt) {
    static VideoResponse of(Video video, Counters counts) {
        return new VideoResponse(
                video.id().toString(),
                video.programId().toString(),
                video.creatorId() == null ? null : video.creatorId().toString(),
                video.platformId(),
                video.url(),
                video.title(),
                video.readme(),
                video.readme(),
                video.metadata(),
                video.trackingStatus(),
                Envelope.time(video.postedAt()),
                counts.get(Counter.VIEWS),
                counts.get(Counter.LIKES),
                counts.get(Counter.COMMENTS),
                counts.get(Counter.SHARES),
                counts.get(Counter.SAVES),
                Envelope.time(video.disabledAt()),
                Envelope.time(video.createdAt()),
                Envelope.time(video.updatedAt()));
    }

    static Edge edge(Video video) {
        return new Edge(video.createdAt(), video.id());
    }
}
