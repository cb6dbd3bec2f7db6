package io.groundswell.event;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that a visitor did, as it was told to us.
 *
 * @param eventId of the teller's choice, so that a resend counts once; may be null
 * @param userId may be null, as may be the session's id
 * @param at to the millisecond
 * @param page where it happened; may be null
 * @param country as ISO 3166-1 alpha-2 has it; may be null
 * @param hot the texts among its properties that questions ask for most
 * @param rest the other properties, as JSON; null when there are none
 */
public record Event(
        String name,
        String eventId,
        String userId,
        String sessionId,
        Instant at,
        String page,
        String country,
        Map<HotProperty, String> hot,
        String rest) {

    /** The same by another user. */
    Event by(String otherUserId) {
        return new Event(name, eventId, otherUserId, sessionId, at, page, country, hot, rest);
    }
}
