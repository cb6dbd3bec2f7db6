package io.groundswell.upload;

import io.groundswell.database.Chunks;
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
        Chunks.of(only(OfCreator.class, batch), ADDED_TOGETHER)
                .forEach(new Halving<>(creators, caller, programId, report)::take);
        Chunks.of(only(OfVideo.class, batch), ADDED_TOGETHER)
                .forEach(new Halving<>(videos, caller, programId, report)::take);
        new Halving<>(snapshots, caller, programId, report).take(only(OfSnapshot.class, batch));
    }

    private static <L extends UploadLine> List<L> only(Class<L> kind, List<UploadLine> lines) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
