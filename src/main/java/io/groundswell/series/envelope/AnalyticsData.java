package io.groundswell.series.envelope;

import io.groundswell.annotation.envelope.AnnotationResponse;
import io.groundswell.series.Answer;
import io.groundswell.series.Baseline;
import io.groundswell.series.Line;
import io.groundswell.series.PartialBucket;
import io.groundswell.series.Question;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a question is answered. Keys and types stay as they are; there may be more. */
@RegisterForReflection
record AnalyticsData(
        @Schema(description = "One for each entity, in the order of the request")
        List<SeriesResponse> series,

        @Schema(description = "As many days before, on the same buckets; empty unless `compare` asks for it")
        List<SeriesResponse> compareSeries,

        @Schema(description = "The largest parts, then all others; empty unless `breakdown` asks for it")
        List<SeriesResponse> breakdownSeries,

        List<BaselineResponse> baselines,
        List<AnnotationResponse> annotations,

        @Schema(description = "The last bucket, when today is in it") @Nullable
        PartialResponse partialBucket,

        @Schema(description = "The first day of which anything is known, in all time", format = "date") @Nullable
        String firstDataDate,

        @Schema(description = "How many days back the plan reaches; null for all of them") @Nullable
        Long tierRetentionDays) {

    /** Always with three digits. */
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @RegisterForReflection
    record BaselineResponse(
            String entityId,

            @Schema(format = "date-time") String snapshotAt,

            @Schema(enumeration = {"tracking_started", "tracking_reset"})
            String reason) {
        static BaselineResponse of(Baseline baseline) {
            return new BaselineResponse(
                    baseline.entityId().toString(),
                    baseline.at().toString(),
                    baseline.started() ? "tracking_started" : "tracking_reset");
        }
    }

    @RegisterForReflection
    record PartialResponse(
            @Schema(format = "date") String bucketStart,

            @Schema(description = "Its last day, which may be still to come", format = "date")
            String bucketEnd,

            @Schema(description = "When the answer was worked out", format = "date-time")
            String asOf) {
        static PartialResponse of(PartialBucket partial) {
            return new PartialResponse(
                    partial.start().toString(), partial.end().toString(), MILLIS.format(partial.asOf()));
        }
    }

    static AnalyticsData of(Answer answer) {
        return new AnalyticsData(
                series(answer.question(), answer.lines().main()),
                series(answer.question(), answer.lines().compared()),
                series(answer.question(), answer.lines().parts()),
                answer.baselines().stream().map(BaselineResponse::of).toList(),
                answer.marks().stream()
                        .map(mark -> AnnotationResponse.of(mark.annotation(), mark.inheritedFrom()))
                        .toList(),
                answer.partial() == null ? null : PartialResponse.of(answer.partial()),
                answer.firstDate() == null ? null : answer.firstDate().toString(),
                answer.retentionDays());
    }

    private static List<SeriesResponse> series(Question question, List<Line> lines) {
        return lines.stream().map(line -> SeriesResponse.of(question, line)).toList();
    }
}
