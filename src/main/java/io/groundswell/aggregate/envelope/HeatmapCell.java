package io.groundswell.aggregate.envelope;

import io.groundswell.aggregate.HourOfWeek;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An hour of a weekday in which something was posted. */
@RegisterForReflection
record HeatmapCell(
        @Schema(description = "0 for Sunday to 6 for Saturday")
        int dow,

        @Schema(description = "0 to 23") int hour,
        long postCount,

        @Schema(description = "Of the posts whose views are known; null where there is none") @Nullable
        Double avgViews) {

    static HeatmapCell of(HourOfWeek hour) {
        return new HeatmapCell(hour.day(), hour.hour(), hour.posts(), hour.averageViews());
    }
}
