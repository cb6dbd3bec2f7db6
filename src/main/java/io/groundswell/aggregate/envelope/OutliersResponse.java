package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.Outliers;
import io.groundswell.wire.envelope.Nothing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Videos far from the project's norm. */
@RegisterForReflection
record OutliersResponse(List<Outlier> data, Nothing error, Norm meta) {

    @RegisterForReflection
    record Outlier(String videoId, @Nullable String title, String url, long viewCount, double ratioToMedian) {
        static Outlier of(Outliers.Outlier video) {
            return new Outlier(video.id().toString(), video.title(), video.url(), video.views(), video.ratio());
        }
    }

    @RegisterForReflection
    record Norm(
            @Schema(description = "How many there are, before limit and offset")
            long totalCount,

            @Schema(description = "Of the views of all videos, `p50` of `view-distribution`; null without any")
            @Nullable
            Long median) {}

    static OutliersResponse of(Outliers outliers) {
        var videos = outliers.videos();
        return new OutliersResponse(
                videos.items().stream().map(Outlier::of).toList(), null, new Norm(videos.total(), outliers.median()));
    }
}
