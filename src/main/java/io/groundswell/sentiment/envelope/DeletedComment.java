package io.groundswell.sentiment.envelope;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The comment that is gone. */
@RegisterForReflection
record DeletedComment(String id) {}
