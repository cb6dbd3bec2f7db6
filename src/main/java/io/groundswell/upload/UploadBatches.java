package io.groundswell.upload;

import io.groundswell.shared.Caller;
import io.groundswell.upload.UploadLine.OfCreator;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadLine.OfVideo;
import io.groundswell.upload.UploadReport.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Takes some lines of a file: creators, then videos, then snapshots, so that each finds what it speaks of. */
@ApplicationScoped
class UploadBatches {
    /** Things are added under locks that others wait for. */
    private static final int ADDED_TOGETHER = 200;

    private final UploadedCreators creators;
    private final UploadedVideos videos;
    private final UploadedSnapshots snapshots;
    private final References references;

    UploadBatches(
            UploadedCreators creators, UploadedVideos videos, UploadedSnapshots snapshots, References references) {
        this.creators = creators;
        this.videos = videos;
        this.snapshots = snapshots;
        this.references = references;
    }

    void take(Caller caller, UUID programId, List<UploadLine> batch, UploadReport report) {
        var newCreators = new Halving<OfCreator>(Part.CREATORS, some -> creators.take(caller, programId, some), report);
        inParts(only(OfCreator.class, batch)).forEach(newCreators::take);

        var videoLines = only(OfVideo.class, batch);
        var ofVideos = references.ofVideos(caller, programId, videoLines);
        var newVideos = new Halving<OfVideo>(Part.VIDEOS, some -> videos.take(caller, programId, some), report);
        inParts(without(ofVideos::fault, videoLines, report)).forEach(newVideos::take);

        var snapshotLines = only(OfSnapshot.class, batch);
        var ofSnapshots = references.ofSnapshots(caller, programId, snapshotLines);
        new Halving<OfSnapshot>(Part.SNAPSHOTS, some -> snapshots.take(caller, programId, some), report)
                .take(without(ofSnapshots::fault, snapshotLines, report));
    }

    private static <L extends UploadLine> List<L> only(Class<L> kind, List<UploadLine> lines) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Those that speak of nothing that is there need not be tried. */
    private static <L extends UploadLine> List<L> without(
            Function<L, String> fault, List<L> lines, UploadReport report) {
        var good = new ArrayList<L>();
        for (var line : lines) {
            var reason = fault.apply(line);
            if (reason == null) {
                good.add(line);
            } else {
                report.refuse(line.number(), reason);
            }
        }
        return good;
    }

    private static <L> List<List<L>> inParts(List<L> lines) {
        var parts = new ArrayList<List<L>>();
        for (var index = 0; index < lines.size(); index += ADDED_TOGETHER) {
            parts.add(lines.subList(index, Math.min(lines.size(), index + ADDED_TOGETHER)));
        }
        return parts;
    }
}
