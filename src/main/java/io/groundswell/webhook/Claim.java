package io.groundswell.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to send one delivery, for as long as the {@link #LEASE} lasts.
 *
 * @param attempts made before this one
 * @param previousSecret sealed; null when only one secret signs
 */
record Claim(
        String id,
        String deliveryId,
        String webhookId,
        String url,
        String secret,
        String previousSecret,
        Instant previousUntil,
        String type,
        String body,
        int attempts) {
    /** Well above the longest wait for an answer. */
    static final Duration LEASE = Duration.ofMinutes(1);

    boolean isTest() {
        return type.equals(EventTypes.TEST);
    }
}
