package io.groundswell.recording.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Subject;
import io.groundswell.recording.RecordingService;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.envelope.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Records what the caller's bodies tell. */
@ApplicationScoped
class Recorder {
    private final RecordingService recording;
    private final CurrentCaller caller;
    private final Clock clock;

    Recorder(RecordingService recording, CurrentCaller caller, Clock clock) {
        this.recording = recording;
        this.caller = caller;
        this.clock = clock;
    }

    Envelope<RecordedResponse> ofOne(Subject subject, JsonNode body) {
        var samples = new SnapshotReader(clock.instant()).ofOne(body, subject);
        recording.record(caller.owner(), samples);
        return Envelope.of(new RecordedResponse(samples.size()));
    }

    Envelope<RecordedResponse> ofMany(UUID programId, JsonNode body) {
        var samples = new SnapshotReader(clock.instant()).ofMany(body);
        recording.record(caller.owner(), programId, samples);
        return Envelope.of(new RecordedResponse(samples.size()));
    }
}
