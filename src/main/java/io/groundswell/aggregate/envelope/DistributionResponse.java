package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Distribution;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many videos have how many views. */
@RegisterForReflection
record DistributionResponse(
        @Schema(description = "From the first to the last with a video, each from `min` to `max` views, both included")
        List<Bucket> buckets,

        @Schema(description = "View counts, each that of a video, which so many percent of videos do not exceed")
        Percentiles percentiles,

        @Schema(description = "How many videos there are whose views are known")
        long totalCount) {

    @RegisterForReflection
    record Bucket(long min, long max, long count) {}

    @RegisterForReflection
    record Percentiles(
            @Nullable Long p25,
            @Nullable Long p50,
            @Nullable Long p75,
            @Nullable Long p90,
            @Nullable Long p99) {
        private static final Percentiles UNKNOWN = new Percentiles(null, null, null, null, null);

        static Percentiles of(List<Long> counts) {
            return counts == null
                    ? UNKNOWN
                    : new Percentiles(counts.get(0), counts.get(1), counts.get(2), counts.get(3), counts.get(4));
        }
    }

    static DistributionResponse of(Distribution distribution) {
        var buckets = distribution.buckets().stream()
                .map(bucket -> new Bucket(bucket.least(), bucket.most(), bucket.videos()))
                .toList();
        return new DistributionResponse(buckets, Percentiles.of(distribution.percentiles()), distribution.total());
    }
}
