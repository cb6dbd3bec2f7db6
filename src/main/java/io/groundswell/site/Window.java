package io.groundswell.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Days in UTC that a question is about.
 *
 * @param until the first day that is not
 */
public record Window(LocalDate from, LocalDate until) {
    /** Later than anything that is told. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    public static Window since(LocalDate from) {
        return new Window(from, NEVER);
    }

    public Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Instant end() {
        return until.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Window notBefore(LocalDate oldest) {
        return from.isBefore(oldest) ? new Window(oldest, until) : this;
    }

    /** As statements name them: {@code :site}, {@code :from} and {@code :until} (instants). */
    public Map<String, Object> of(AskedSite site) {
        var values = new HashMap<String, Object>();
        values.put("site", site.number());
        values.put("from", start());
        values.put("until", end());
        return values;
    }
}
