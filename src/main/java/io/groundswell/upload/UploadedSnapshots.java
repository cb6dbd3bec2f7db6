package io.groundswell.upload;

import io.groundswell.metric.Sample;
import io.groundswell.recording.RecordingService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadReport.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Records the snapshots that lines tell, unless they are there. */
@ApplicationScoped
class UploadedSnapshots {
    private final RecordingService recording;
    private final References references;

    UploadedSnapshots(RecordingService recording, References references) {
        this.recording = recording;
        this.references = references;
    }

    /** Of two lines about one instant the later one stays, as if they had been told one after the other. */
    @Transactional
    Taken take(Caller caller, UUID programId, List<OfSnapshot> lines) {
        var found = references.ofSnapshots(caller, programId, lines);
        var samples = new LinkedHashMap<List<Object>, Sample>();
        for (var line : lines) {
            var subject = found.subject(line);
            if (subject == null) {
                throw Refusal.invalid("video_url", "%s", found.fault(line));
            }
            samples.put(List.of(subject, line.at()), new Sample(subject, line.at(), line.reset(), line.counters()));
        }
        var written = recording.fill(caller.owner(), programId, List.copyOf(samples.values()));
        return new Taken(written, (long) lines.size() - written);
    }
}
