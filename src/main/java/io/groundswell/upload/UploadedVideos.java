package io.groundswell.upload;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadLine.OfVideo;
import io.groundswell.upload.UploadReport.Taken;
import io.groundswell.video.VideoAdditions;
import io.groundswell.video.VideoAdditions.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Adds the videos that lines tell of, unless they are there. */
@ApplicationScoped
class UploadedVideos {
    private final VideoAdditions additions;
    private final References references;

    UploadedVideos(VideoAdditions additions, References references) {
        this.additions = additions;
        this.references = references;
    }

    @Transactional
    Taken take(Caller caller, UUID programId, List<OfVideo> lines) {
        additions.beAlone(caller.owner());
        var found = references.ofVideos(caller, programId, lines);
        var wanted = new LinkedHashMap<String, Wanted>();
        for (var line : lines) {
            if (found.fault(line) != null) {
                throw Refusal.invalid("handle", "%s", found.fault(line));
            }
            wanted.putIfAbsent(
                    line.address().key(), new Wanted(line.address(), found.creator(line.handle()), line.told()));
        }
        wanted.keySet().removeAll(found.videos().keySet());
        if (!wanted.isEmpty()) {
            additions.add(caller, programId, List.copyOf(wanted.values()));
        }
        return new Taken(wanted.size(), (long) lines.size() - wanted.size());
    }
}
