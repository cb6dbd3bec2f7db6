package io.groundswell.upload;

import io.groundswell.shared.Caller;
import io.groundswell.upload.UploadLine.OfCreator;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadLine.OfVideo;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Takes some lines of a file: creators, then videos, then snapshots, so that each finds what it speaks of. */
@ApplicationScoped
class UploadBatches {
    /** Things are added under locks that others wait for. */
    private static final int ADDED_TOGETHER = 200;

    private final UploadedCreators creators;
    private final UploadedVideos videos;
    private final UploadedSnapshots snapshots;

    UploadBatches(UploadedCreators creators, UploadedVideos videos, UploadedSnapshots snapshots) {
        this.creators = creators;
        this.videos = videos;
        this.snapshots = snapshots;
    }

    void take(Caller caller, UUID programId, List<UploadLine> batch, UploadReport report) {
        inParts(new Halving<>(creators, caller, programId, report), only(OfCreator.class, batch));
        inParts(new Halving<>(videos, caller, programId, report), only(OfVideo.class, batch));
        new Halving<>(snapshots, caller, programId, report).take(only(OfSnapshot.class, batch));
    }

    private static <L extends UploadLine> List<L> only(Class<L> kind, List<UploadLine> lines) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <L extends UploadLine> void inParts(Halving<L> halving, List<L> lines) {
        for (var index = 0; index < lines.size(); index += ADDED_TOGETHER) {
            halving.take(lines.subList(index, Math.min(lines.size(), index + ADDED_TOGETHER)));
        }
    }
}
