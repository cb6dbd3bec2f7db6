package io.groundswell.site;

import io.groundswell.account.Limit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How long plans keep what is measured. */
public final class KeptDays {
    private KeptDays() {}

    /** @param days that are kept, or {@link Limit#UNLIMITED}; the first of them is answered */
    public static LocalDate oldest(LocalDate today, long days) {
        return days == Limit.UNLIMITED ? LocalDate.EPOCH : today.minusDays(Math.min(days, today.toEpochDay()));
    }

    /** For statements that look at many sites at once, as {@code kept_since} needs it: {@code :plans}, {@code :days} and {@code :today}. */
    public static Map<String, Object> asOf(LocalDate today) {
        var values = new HashMap<>(Limit.SITE_RETENTION_DAYS.daysOfPlans());
        values.put("today", today);
        return values;
    }
}
