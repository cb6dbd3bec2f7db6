package io.groundswell.recording.envelope;

import io.groundswell.metric.Sample;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Snapshots of many things of a project, as the document describes them; {@link SnapshotReader} reads them. */
record ManySnapshotsForm(
        @NotNull @Size(min = 1) @Schema(description = "With at most 5,000 snapshots in all")
        List<Item> items) {

    record Item(
            @NotNull @Schema(enumeration = {"video", "creator"})
            String entity,

            @NotNull @Schema(format = "uuid") String entityId,
            @NotNull @Size(min = 1) List<Snapshot> snapshots) {}

    /** What a video or creator has of these; a counter that is missing is unchanged, one is needed at least. */
    record Snapshot(
            @NotNull
            @Schema(
                    format = "date-time",
                    description = "When the counters stood so: not before 1970, up to 5 minutes ahead of the clock")
            String at,

            @Min(0) @Max(Sample.MOST) Long views,
            @Min(0) @Max(Sample.MOST) Long likes,
            @Min(0) @Max(Sample.MOST) Long comments,
            @Min(0) @Max(Sample.MOST) Long shares,
            @Min(0) @Max(Sample.MOST) Long saves,
            @Min(0) @Max(Sample.MOST) Long followers,

            @Schema(
                    description =
                            "Whether it only sets a level to go on from and counts as no gain; false if it is not given")
            Boolean baseline) {}
}
