package io.groundswell.content;

import io.groundswell.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** A moment to publish at, to the second, with the offset it is shown in. */
public record Moment(Instant at, ZoneOffset offset) {
    private static final Duration FURTHEST = Duration.ofDays(365);

    public Moment {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    public static Moment in(ZoneId zone, Instant at) {
        return new Moment(at, zone.getRules().getOffset(at));
    }

    /** An ISO 8601 date-time keeps its offset; one without is read in {@code zone}. Null stays null. */
    public static Moment parse(String param, String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        try {
            var parsed = java.time.format.DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from);
            var time = parsed instanceof OffsetDateTime offset
                    ? offset
                    : ((LocalDateTime) parsed).atZone(zone).toOffsetDateTime();
            return new Moment(time.toInstant(), time.getOffset());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(param, "%s must be an ISO 8601 date-time such as 2030-01-15T09:00:00-05:00", param);
        }
    }

    /** A caller may ask for any moment from now on, up to a year ahead. */
    public void requireAhead(String param, Instant now) {
        if (!at.isAfter(now)) {
            throw Refusal.impossible(param, "%s must lie in the future", param);
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw Refusal.impossible(param, "%s must be at most a year ahead", param);
        }
    }
}
