package io.groundswell.visitor;

import io.groundswell.shared.Refusal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Where a page of what is kept of a user begins: after a session, or after an event.
 *
 * @param sessionKey null before the first session
 * @param at null before the first event
 * @param seq tells events of the same time apart
 */
public record UserCursor(Long sessionKey, Instant at, long seq) {
    public static final UserCursor BEGIN = new UserCursor(null, null, 0);

    private static final Pattern SESSION = Pattern.compile("s(-?[0-9]{1,19})");
    private static final Pattern EVENT = Pattern.compile("e([0-9]{1,15})\\.([0-9]{1,18})");

    static UserCursor after(long sessionKey) {
        return new UserCursor(sessionKey, null, 0);
    }

    static UserCursor atFirstEvent() {
        return after(Instant.EPOCH, 0);
    }

    static UserCursor after(Instant at, long seq) {
        return new UserCursor(null, at, seq);
    }

    /** @param text null for the begin */
    public static UserCursor parse(String text) {
        if (text == null || text.isEmpty()) {
            return BEGIN;
        }
        var session = SESSION.matcher(text);
        if (session.matches()) {
            return after(new BigInteger(session.group(1)).longValue());
        }
        var event = EVENT.matcher(text);
        if (event.matches()) {
            return after(Instant.ofEpochMilli(Long.parseLong(event.group(1))), Long.parseLong(event.group(2)));
        }
        throw Refusal.invalid("cursor", "cursor must be the next_cursor of another page");
    }

    boolean isBegin() {
        return equals(BEGIN);
    }

    boolean isAmongEvents() {
        return at != null;
    }

    @Override
    public String toString() {
        return isAmongEvents() ? "e%d.%d".formatted(at.toEpochMilli(), seq) : "s" + sessionKey;
    }
}
