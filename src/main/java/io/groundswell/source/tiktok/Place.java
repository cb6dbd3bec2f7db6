package io.groundswell.source.tiktok;

import io.groundswell.source.SourceFailure;
import io.groundswell.source.SourceFailure.Kind;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Where a search of researchers goes on: they are told of no more than 30 days at once.
 *
 * @param last the last of these days
 * @param cursor how many videos of them are known, null at the beginning
 * @param search how TikTok calls the search, null at the beginning
 */
record Place(LocalDate last, String cursor, String search) {
    private static final int DAYS = 30;
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?: (\\d{1,19}) (\\S{1,200})?)?");

    static Place read(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw SourceFailure.of(Kind.NONSENSE, "There is no such place in a search: " + text);
        }
        return new Place(LocalDate.parse(parts.group(1)), parts.group(2), parts.group(3));
    }

    String text() {
        return cursor == null ? last.toString() : "%s %s %s".formatted(last, cursor, search == null ? "" : search);
    }

    LocalDate first(LocalDate from) {
        var first = last.minusDays(DAYS - 1L);
        return first.isBefore(from) ? from : first;
    }

    Place next(String nextCursor, String nextSearch) {
        return new Place(last, nextCursor, nextSearch);
    }

    /** The days before, or null when there are none. */
    Place earlier(LocalDate from) {
        var first = first(from);
        return first.isAfter(from) ? new Place(first.minusDays(1), null, null) : null;
    }
}
