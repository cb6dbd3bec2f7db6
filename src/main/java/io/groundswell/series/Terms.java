package io.groundswell.series;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What an organization's questions go by.
 *
 * @param zone whose days are counted unless another is asked for
 * @param retentionDays how many days back the plan reaches; null for all of them
 */
public record Terms(ZoneId zone, Long retentionDays) {

    /** The first day that may be asked about; null when there is none. */
    LocalDate oldest(LocalDate today) {
        return retentionDays == null ? null : today.minusDays(retentionDays);
    }
}
