package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Ranking;
import io.groundswell.aggregate.Rhythm;
import io.groundswell.aggregate.Weeks;
import io.groundswell.wire.envelope.Nothing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many videos creators post in a week, and how evenly. */
@RegisterForReflection
record ConsistencyResponse(List<Creator> data, Nothing error, Looked meta) {

    @RegisterForReflection
    record Creator(
            String creatorId,
            @Schema(description = "Without the @") String tiktokHandle,
            @Nullable String displayName,
            long postCount,
            double postsPerWeek,

            @Schema(description = "The standard deviation of the posts of these weeks; 0 where all have as many")
            double stdDev,

            @Schema(description = "The fewest posts of a week")
            long minPosts,

            @Schema(description = "The most posts of a week")
            long maxPosts,

            @Schema(description = "Weeks with a post") long activeWeeks) {

        static Creator of(Rhythm creator) {
            return new Creator(
                    creator.id().toString(),
                    creator.handle(),
                    creator.displayName(),
                    creator.posts(),
                    creator.perWeek(),
                    creator.spread(),
                    creator.least(),
                    creator.most(),
                    creator.active());
        }
    }

    @RegisterForReflection
    record Looked(
            @Schema(description = "How many creators there are, before limit and offset")
            long totalCount,

            @Schema(description = "How many whole weeks were looked at")
            long weeks,

            @Schema(format = "date", description = "The Monday of the first")
            String from,

            @Schema(format = "date", description = "The Sunday of the last")
            String to) {}

    static ConsistencyResponse of(Ranking<Rhythm> ranking, Weeks weeks) {
        return new ConsistencyResponse(
                ranking.items().stream().map(Creator::of).toList(),
                null,
                new Looked(
                        ranking.total(),
                        weeks.count(),
                        weeks.monday().toString(),
                        weeks.sunday().toString()));
    }
}
