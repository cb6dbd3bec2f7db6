package io.groundswell.series.envelope;

import io.groundswell.series.EntityRef;
import io.groundswell.series.EntityType;
import io.groundswell.series.Granularity;
import io.groundswell.series.Line;
import io.groundswell.series.Metric;
import io.groundswell.series.Point;
import io.groundswell.series.Question;
import io.groundswell.series.Reading;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The points of one entity. */
@RegisterForReflection
record SeriesResponse(
        EntityRefResponse entityRef,
        Metric metric,

        @Schema(enumeration = {"count", "percent", "per_week"})
        String unit,

        Reading mode,
        Granularity granularity,
        String timezone,

        @Schema(description = "One for each bucket, in order")
        List<PointResponse> points) {

    @RegisterForReflection
    record EntityRefResponse(
            EntityType type,

            @Schema(description = "A UUID, or `__other__` for what is left of a breakdown")
            String id,

            String label) {
        static EntityRefResponse of(EntityRef ref) {
            return new EntityRefResponse(ref.type(), ref.id(), ref.label());
        }
    }

    @RegisterForReflection
    record PointResponse(
            @Schema(description = "The first day of the bucket, which may be before `from`", format = "date")
            String bucketStart,

            @Schema(description = "Whole where things are counted; null where nothing is known") @Nullable
            Number value) {
        static PointResponse of(Point point) {
            return new PointResponse(point.bucketStart().toString(), point.value());
        }
    }

    static SeriesResponse of(Question question, Line line) {
        return new SeriesResponse(
                EntityRefResponse.of(line.entity()),
                question.metric(),
                question.metric().unit(),
                question.reading(),
                question.granularity(),
                question.zone().getId(),
                line.points().stream().map(PointResponse::of).toList());
    }
}
