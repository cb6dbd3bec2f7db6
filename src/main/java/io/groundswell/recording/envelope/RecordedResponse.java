package io.groundswell.recording.envelope;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** @param recorded how many snapshots were written, replacements included */
@RegisterForReflection
record RecordedResponse(int recorded) {}
