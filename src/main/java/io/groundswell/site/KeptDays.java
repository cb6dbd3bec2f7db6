package io.groundswell.site;

import io.groundswell.account.Limit;
import java.time.LocalDate;

/** How long plans keep what is measured. */
public final class KeptDays {
    private KeptDays() {}

    /** @param days that are kept, or {@link Limit#UNLIMITED}; the first of them is answered */
    public static LocalDate oldest(LocalDate today, long days) {
        return days == Limit.UNLIMITED ? LocalDate.EPOCH : today.minusDays(Math.min(days, today.toEpochDay()));
    }
}
