package io.groundswell.recording.envelope;

import io.groundswell.metric.Sample;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Snapshots of a creator, as the document describes them; {@link SnapshotReader} reads them. */
record CreatorSnapshotsForm(
        @NotNull @Size(min = 1, max = SnapshotReader.MOST) List<CreatorSnapshot> snapshots) {

    record CreatorSnapshot(
            @NotNull
            @Schema(
                    format = "date-time",
                    description = "When the counter stood so: not before 1970, up to 5 minutes ahead of the clock")
            String at,

            @NotNull @Min(0) @Max(Sample.MOST) Long followers,

            @Schema(
                    description =
                            "Whether it only sets a level to go on from and counts as no gain; false if it is not given")
            Boolean baseline) {}
}
