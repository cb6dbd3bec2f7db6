package io.groundswell.upload.envelope;

import io.groundswell.upload.UploadReport;
import io.groundswell.upload.UploadReport.Part;
import io.groundswell.upload.UploadReport.Taken;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the lines of a file. */
@RegisterForReflection
record UploadResponse(
        String projectId,

        @Schema(description = "Those that tell something, or should")
        long lines,

        UploadCounts creators,
        UploadCounts videos,
        UploadCounts snapshots,
        long refused,

        @Schema(description = "False when nothing was read after a line, because a quote in it is never closed")
        boolean complete,

        @Schema(description = "The first 100 by line; what is not told of here is counted in `refused`")
        List<RefusedUploadLine> refusals) {

    @RegisterForReflection
    record UploadCounts(
            @Schema(description = "Those that are new, back or, of snapshots, corrected")
            long added,

            @Schema(
                    description =
                            "Those that were there already, with the lines that a later line of the file replaces")
            long known) {
        static UploadCounts of(Taken taken) {
            return new UploadCounts(taken.added(), taken.known());
        }
    }

    @RegisterForReflection
    record RefusedUploadLine(long line, String message) {}

    static UploadResponse of(UUID projectId, UploadReport report) {
        return new UploadResponse(
                projectId.toString(),
                report.lines(),
                UploadCounts.of(report.of(Part.CREATORS)),
                UploadCounts.of(report.of(Part.VIDEOS)),
                UploadCounts.of(report.of(Part.SNAPSHOTS)),
                report.refused(),
                report.isComplete(),
                report.refusals().stream()
                        .map(line -> new RefusedUploadLine(line.line(), line.message()))
                        .toList());
    }
}
