package io.groundswell.event;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that a visitor did, as it was told to us.
 *
 * @param eventId of the teller's choice, so that a resend counts once; may be null
 * @param user may be null, as may be the session
 * @param at to the millisecond
 * @param page where it happened; may be null
 * @param country as ISO 3166-1 alpha-2 has it; may be null
 * @param hot the texts among its properties that questions ask for most
 * @param rest the other properties, as JSON; null when there are none
 */
public record Event(
        String name,
        String eventId,
        HashedId user,
        HashedId session,
        Instant at,
        String page,
        String country,
        Map<HotProperty, String> hot,
        String rest) {

    /** The same by another user. */
    Event by(HashedId other) {
        return new Event(name, eventId, other, session, at, page, country, hot, rest);
    }
}
