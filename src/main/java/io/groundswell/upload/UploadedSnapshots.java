package io.groundswell.upload;

import io.groundswell.metric.Sample;
import io.groundswell.recording.RecordingService;
import io.groundswell.shared.Caller;
import io.groundswell.upload.UploadLine.OfSnapshot;
import io.groundswell.upload.UploadReport.Part;
import io.groundswell.upload.UploadReport.Refused;
import io.groundswell.upload.UploadReport.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Records the snapshots that lines tell, unless they are there. */
@ApplicationScoped
class UploadedSnapshots implements Taker<OfSnapshot> {
    private final RecordingService recording;
    private final References references;

    UploadedSnapshots(RecordingService recording, References references) {
        this.recording = recording;
        this.references = references;
    }

    @Override
    public Part part() {
        return Part.SNAPSHOTS;
    }

    /** Of two lines about one instant the later one stays, as if they had been told one after the other. */
    @Override
    @Transactional
    public Outcome take(Caller caller, UUID programId, List<OfSnapshot> lines) {
        var found = references.ofSnapshots(caller, programId, lines);
        var samples = new LinkedHashMap<List<Object>, Sample>();
        var refused = new ArrayList<Refused>();
        for (var line : lines) {
            var subject = found.subject(line);
            if (subject == null) {
                refused.add(new Refused(line.number(), found.fault(line)));
            } else {
                samples.put(List.of(subject, line.at()), new Sample(subject, line.at(), line.reset(), line.counters()));
            }
        }
        var written = samples.isEmpty() ? 0 : recording.fill(caller.owner(), programId, List.copyOf(samples.values()));
        return new Outcome(new Taken(written, (long) lines.size() - refused.size() - written), refused);
    }
}
