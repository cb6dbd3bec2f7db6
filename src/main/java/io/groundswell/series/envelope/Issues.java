package io.groundswell.series.envelope;

import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * Reads parameters one by one, some of them in ways of their own, and keeps what is wrong with them. What was not sent, or is wrong, is
 * null.
 */
final class Issues {
    private static final int MOST_IDS = 5;

    private final Query query = Query.ofAnalytics();

    void add(String param, String message) {
        query.add(param, message);
    }

    void addIf(boolean wrong, String param, String message, Object... arguments) {
        if (wrong) {
            add(param, message.formatted(arguments));
        }
    }

    <E> E choice(String param, String text, List<E> values) {
        return query.choice(param, text, values);
    }

    <E extends Enum<E>> E choice(String param, String text, Class<E> type) {
        return query.choice(param, text, type);
    }

    Integer whole(String param, String text, int most) {
        if (text == null) {
            return null;
        }
        var fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most;
        addIf(!fits, param, "%s must be a whole number from 1 to %d", param, most);
        return fits ? Integer.valueOf(text) : null;
    }

    LocalDate date(String param, String text) {
        try {
            if (text == null || text.matches("(?!0000)\\d{4}-\\d{2}-\\d{2}")) {
                return text == null ? null : LocalDate.parse(text);
            }
        } catch (DateTimeException notInTheCalendar) {
            // It is told below, like what has not even the form.
        }
        add(param, "%s must be a date, such as 2026-03-31".formatted(param));
        return null;
    }

    ZoneId zone(String param, String text) {
        return query.zone(param, text);
    }

    UUID id(String param, String text) {
        return query.id(param, text);
    }

    /** Each once. */
    List<UUID> ids(String param, String text) {
        if (text == null) {
            return List.of();
        }
        var ids = new LinkedHashSet<UUID>();
        for (var one : text.split(",", -1)) {
            ids.add(Ids.read(one.strip()));
        }
        if (ids.contains(null) || ids.size() > MOST_IDS) {
            add(param, "%s must be 1 to %d UUIDs, separated by commas".formatted(param, MOST_IDS));
        }
        return ids.contains(null) ? List.of() : List.copyOf(ids);
    }

    /** To be called when all has been read. */
    void check() {
        query.check();
    }
}
