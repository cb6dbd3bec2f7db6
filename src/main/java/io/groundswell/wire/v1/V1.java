package io.groundswell.wire.v1;

import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How the missions contract writes times and reads query parameters. Bad values name their parameter. */
public final class V1 {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private V1() {}

    /** RFC 3339 in UTC, to the second; null stays null. */
    public static String time(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** With the offset that applied where it was meant, to the second; null stays null. */
    public static String time(Instant instant, ZoneOffset offset) {
        return instant == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(offset));
    }

    public static Page.Request page(String limit, String startingAfter, String endingBefore) {
        if (startingAfter != null && endingBefore != null) {
            throw Refusal.invalid("ending_before", "Give starting_after or ending_before, not both");
        }
        return new Page.Request(limit(limit), startingAfter, endingBefore);
    }

    private static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw Refusal.invalid("limit", "limit must be a whole number from 1 to %d", MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    /** A comma-separated set of enum values; empty when absent. */
    public static <E extends Enum<E>> Set<E> choices(String param, String text, Class<E> type) {
        return set(param, text, word -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        param,
                        "%s: '%s' is not one of %s",
                        param,
                        word,
                        Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", ""))));
    }

    /** The names in a comma-separated {@code expand}, all of them known. */
    public static Set<String> expand(String text, List<String> known) {
        return set("expand", text, word -> {
            if (!known.contains(word)) {
                throw Refusal.invalid("expand", "expand: '%s' is not one of %s", word, String.join(", ", known));
            }
            return word;
        });
    }

    /** A comma-separated set of words of one form, which the example shows; empty when absent. */
    public static Set<String> words(String param, String text, String form, String example) {
        return set(param, text, word -> {
            if (!word.matches(form)) {
                throw Refusal.invalid(param, "%s: '%s' is not of the form '%s'", param, word, example);
            }
            return word;
        });
    }

    private static <T> Set<T> set(String param, String text, Function<String, T> parse) {
        var values = new LinkedHashSet<T>();
        if (text != null) {
            if (text.length() > 1_000) {
                throw Refusal.invalid(param, "%s is longer than 1000 characters", param);
            }
            for (var word : text.split(",", -1)) {
                values.add(parse.apply(word.trim()));
            }
        }
        return values;
    }

    /** A date (00:00 UTC) or a date-time; null when absent. */
    public static Instant instant(String param, String text) {
        return instant(param, text, FIRST_YEAR, LAST_YEAR);
    }

    /** The same, within years in UTC of which both are included. */
    public static Instant instant(String param, String text, int firstYear, int lastYear) {
        if (text == null) {
            return null;
        }
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    // An unescaped plus in a query arrives as a blank.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return within(param, instant, firstYear, lastYear);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(
                    param, "%s must be a date (YYYY-MM-DD) or an RFC 3339 date-time with an offset", param);
        }
    }

    private static Instant within(String param, Instant instant, int firstYear, int lastYear) {
        var year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < firstYear || year > lastYear) {
            throw Refusal.invalid(param, "%s must lie between the years %d and %d", param, firstYear, lastYear);
        }
        return instant;
    }
}
