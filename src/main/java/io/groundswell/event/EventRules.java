package io.groundswell.event;

import io.groundswell.shared.Violation;
import io.groundswell.text.Characters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What an event may look like. */
public final class EventRules {
    public static final int MOST_IN_BATCH = 100;
    /** Of names of events, and of ids of users and sessions. */
    public static final int LONGEST_TEXT = 256;

    static final int LONGEST_EVENT_ID = 64;
    public static final int MOST_PROPERTY_BYTES = 8_192;
    static final Duration OLDEST = Duration.ofDays(30);
    static final Duration NEWEST = Duration.ofMinutes(5);

    private EventRules() {}

    /**
     * @param at null for now
     * @param propertyBytes of all properties together, as JSON
     */
    public record Told(String name, String eventId, String userId, String sessionId, Instant at, int propertyBytes) {}

    /** Everything that is wrong with what is told as it happens, by its own names; an empty list means nothing is. */
    public static List<Violation> violations(Told told, Instant now) {
        var wrong = violations(told);
        if (told.at() != null && !lies(told.at(), now.minus(OLDEST), now)) {
            wrong.add(new Violation("timestamp", "timestamp must lie between 30 days ago and 5 minutes ahead"));
        }
        return wrong;
    }

    /**
     * The same for what happened long ago.
     *
     * @param oldest day that is taken
     */
    public static List<Violation> violations(Told told, LocalDate oldest, Instant now) {
        var wrong = violations(told);
        if (told.at() == null) {
            wrong.add(new Violation("timestamp", "timestamp is required"));
        } else if (!lies(told.at(), oldest.atStartOfDay(ZoneOffset.UTC).toInstant(), now)) {
            wrong.add(
                    new Violation("timestamp", "timestamp must lie between %s and 5 minutes ahead".formatted(oldest)));
        }
        return wrong;
    }

    private static List<Violation> violations(Told told) {
        var wrong = new ArrayList<Violation>();
        if (told.name().isEmpty()) {
            wrong.add(new Violation("event", "event must not be empty"));
        }
        requireText("event", told.name(), LONGEST_TEXT, wrong);
        requireText("event_id", told.eventId(), LONGEST_EVENT_ID, wrong);
        requireText("user_id", told.userId(), LONGEST_TEXT, wrong);
        requireText("session_id", told.sessionId(), LONGEST_TEXT, wrong);
        if (told.propertyBytes() > MOST_PROPERTY_BYTES) {
            wrong.add(new Violation(
                    "properties", "properties must have at most %,d bytes as JSON".formatted(MOST_PROPERTY_BYTES)));
        }
        return wrong;
    }

    /** Everything that is wrong with two ids of a user. */
    public static List<Violation> violations(Identification two) {
        var wrong = new ArrayList<Violation>();
        requireText("previous_id", two.previousId(), LONGEST_TEXT, wrong);
        requireText("user_id", two.userId(), LONGEST_TEXT, wrong);
        if (two.previousId().equals(two.userId())) {
            wrong.add(new Violation("user_id", "user_id must be another one than previous_id"));
        }
        return wrong;
    }

    private static void requireText(String param, String text, int longest, List<Violation> wrong) {
        if (text == null) {
            return;
        }
        if (Characters.count(text) > longest) {
            wrong.add(new Violation(param, "%s must have at most %d characters".formatted(param, longest)));
        } else if (text.indexOf(0) >= 0) {
            wrong.add(new Violation(param, "%s must not contain the character U+0000".formatted(param)));
        }
    }

    private static boolean lies(Instant at, Instant oldest, Instant now) {
        return !at.isBefore(oldest) && !at.isAfter(now.plus(NEWEST));
    }
}
