package io.groundswell.wire.idempotency;

/** What a call with a key was answered, as it is kept. */
record Answer(int status, String body) {}
