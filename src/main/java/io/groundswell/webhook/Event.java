package io.groundswell.webhook;

import io.groundswell.shared.Owner;
import java.time.Instant;

/**
 * What happened, as the outbox has it.
 *
 * @param subjectId the object it is about
 * @param data what cannot be read from the subject, as a JSON object
 */
public record Event(String id, Owner owner, String type, String subjectId, String data, Instant at) {}
