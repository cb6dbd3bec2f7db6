package io.groundswell.upload;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadLine.OfVideo;
import io.groundswell.upload.UploadReport.Part;
import io.groundswell.upload.UploadReport.Refused;
import io.groundswell.upload.UploadReport.Taken;
import io.groundswell.video.VideoAdditions;
import io.groundswell.video.VideoAdditions.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Adds the videos that lines tell of, unless they are there. */
@ApplicationScoped
class UploadedVideos implements Taker<OfVideo> {
    private final VideoAdditions additions;
    private final References references;

    UploadedVideos(VideoAdditions additions, References references) {
        this.additions = additions;
        this.references = references;
    }

    @Override
    public Part part() {
        return Part.VIDEOS;
    }

    @Override
    public boolean isFull(Refusal refusal) {
        return VideoAdditions.isFull(refusal);
    }

    @Override
    public List<OfVideo> unknown(Caller caller, UUID programId, List<OfVideo> lines) {
        var found = references.ofVideos(caller, programId, lines).videos();
        return lines.stream()
                .filter(line -> !found.containsKey(line.address().key()))
                .toList();
    }

    @Override
    @Transactional
    public Outcome take(Caller caller, UUID programId, List<OfVideo> lines) {
        additions.beAlone(caller.owner());
        var found = references.ofVideos(caller, programId, lines);
        var wanted = new LinkedHashMap<String, Wanted>();
        var refused = new ArrayList<Refused>();
        for (var line : lines) {
            var fault = found.fault(line);
            if (fault != null) {
                refused.add(new Refused(line.number(), fault));
            } else {
                wanted.putIfAbsent(
                        line.address().key(), new Wanted(line.address(), found.creator(line.handle()), line.told()));
            }
        }
        wanted.keySet().removeAll(found.videos().keySet());
        if (!wanted.isEmpty()) {
            additions.add(caller, programId, List.copyOf(wanted.values()));
        }
        return new Outcome(new Taken(wanted.size(), (long) lines.size() - refused.size() - wanted.size()), refused);
    }
}
