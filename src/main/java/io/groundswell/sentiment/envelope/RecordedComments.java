package io.groundswell.sentiment.envelope;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** @param recorded how many comments were written, replacements included */
@RegisterForReflection
record RecordedComments(int recorded) {}
