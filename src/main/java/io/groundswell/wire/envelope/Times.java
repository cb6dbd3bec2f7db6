package io.groundswell.wire.envelope;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Dates and times as callers write them, from 2000 to 9999: neither sooner nor later has anything been posted. */
public final class Times {
    public static final String A_DATE = "must be a date, such as 2026-02-28, of the years 2000 to 9999";
    public static final String A_TIME =
            "must be a time with an offset, such as 2026-02-28T12:00:00Z, of the years 2000 to 9999";

    /** How far ahead of our clock others' moments may be: clocks differ a little. */
    public static final Duration AHEAD = Duration.ofMinutes(5);

    public static final String TOO_FAR_AHEAD = "must not be more than %d minutes ahead".formatted(AHEAD.toMinutes());

    public static final String BEFORE_1970 = "must not be before 1970";

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST_MOMENT =
            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant AFTER_LAST =
            LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private Times() {}

    /** Null when it is none, or there is none. */
    public static LocalDate date(String text) {
        try {
            return text == null ? null : within(LocalDate.parse(text), LocalDate.parse(text));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Null when it is none, or there is none. */
    public static Instant time(String text) {
        var time = text == null ? null : ofAnyYear(text);
        return time == null || time.isBefore(FIRST_MOMENT) || !time.isBefore(AFTER_LAST) ? null : time;
    }

    /** Null when it is none. */
    public static Instant ofAnyYear(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unusual) {
            return withoutSeconds(text);
        }
    }

    /** Seconds, and minutes of an offset, may be left out: few do, and whoever tells thousands of times is not to wait for that. */
    private static Instant withoutSeconds(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static <T> T within(LocalDate day, T value) {
        return day.isBefore(FIRST) || day.isAfter(LAST) ? null : value;
    }
}
