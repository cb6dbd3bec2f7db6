package io.groundswell.annotation.envelope;

import io.groundswell.annotation.Timelines.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** A place in a timeline, as callers hand it back: the moment in seconds and the id, which need not be a UUID. */
final class TimelineCursor {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}) ([0-9A-Za-z:_-]{1,120})");

    private TimelineCursor() {}

    static String write(Place place) {
        var text = place.at().getEpochSecond() + " " + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Null when it is none of ours. */
    static Place read(String text) {
        try {
            var parts = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return parts.matches()
                    ? new Place(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), parts.group(2))
                    : null;
        } catch (IllegalArgumentException | DateTimeException none) {
            return null;
        }
    }
}
