package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.CreatorStanding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator as a point of a chart. */
@RegisterForReflection
record CreatorPoint(
        String creatorId,
        @Schema(description = "Without the @") String tiktokHandle,
        @Nullable String displayName,
        @Nullable Long followerCount,

        @Schema(description = "Of the videos whose views are known; null where there is none") @Nullable
        Double avgViews,

        @Schema(description = "100 × likes, comments, shares and saves / views; null where that is not known") @Nullable
        Double engagementRate,

        long postCount) {

    static CreatorPoint of(CreatorStanding creator) {
        return new CreatorPoint(
                creator.id().toString(),
                creator.handle(),
                creator.displayName(),
                creator.followers(),
                creator.averageViews(),
                creator.engagementRate(),
                creator.posts());
    }
}
