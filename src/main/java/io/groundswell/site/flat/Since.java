package io.groundswell.site.flat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The first day of what is asked about, in UTC: an ISO date or time, or {@code 30d}. What cannot be read means the default. */
public final class Since {
    private static final Pattern DAYS = Pattern.compile("0*([0-9]{1,18})d");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int MOST_DAYS = 36_500;

    private Since() {}

    /**
     * @param since as it came; may be null
     * @param days how an early client names them; may be null; {@code since} is preferred
     * @param defaultDays before now
     */
    public static LocalDate read(String since, String days, int defaultDays, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var asked = since == null && days != null ? days + "d" : since;
        var read = asked == null ? null : date(asked.strip(), today);
        return read == null ? today.minusDays(defaultDays) : read;
    }

    /** @return null when it cannot be read */
    public static LocalDate date(String text, LocalDate today) {
        var days = DAYS.matcher(text);
        if (days.matches()) {
            return today.minusDays(Math.min(MOST_DAYS, Long.parseLong(days.group(1))));
        }
        try {
            return DATE.matcher(text).matches() ? LocalDate.parse(text) : day(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static LocalDate day(String time) {
        if (time.length() <= 10 || !DATE.matcher(time.substring(0, 10)).matches()) {
            return null;
        }
        var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime exact
                ? exact.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDateTime.from(parsed).toLocalDate();
    }
}
