package io.groundswell.wire.flat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How site analytics writes what JSON has no form for. */
public final class Flat {
    private Flat() {}

    /** ISO 8601 in UTC, always with milliseconds. */
    public static String time(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
