package io.groundswell.live;

import java.time.Instant;

/**
 * An event that came to a site.
 *
 * @param seq its number within the site
 * @param properties as JSON; null when there are none
 * @param userId may be null, as may be the session's id and the country
 * @param at when it happened
 * @param arrivedAt when it came
 */
public record Arrival(
        long seq,
        String id,
        String name,
        String properties,
        String userId,
        String sessionId,
        Instant at,
        String country,
        Instant arrivedAt) {
    private static final int BESIDE_TEXTS = 200;

    /** That it takes in memory, about. */
    int bytes() {
        return BESIDE_TEXTS + length(name) + length(properties) + length(userId) + length(sessionId);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
