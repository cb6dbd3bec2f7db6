package io.groundswell.series;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import io.groundswell.shared.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * What an organization's questions go by.
 *
 * @param zone whose days are counted unless another is asked for
 * @param retentionDays how many days back the plan reaches; null for all of them
 */
public record Terms(ZoneId zone, Long retentionDays) {

    public static Terms of(Organization organization) {
        var days = organization.granted(Limit.STATS_HISTORY_RETENTION_DAYS);
        return new Terms(organization.zone(), days == Limit.UNLIMITED ? null : (Long) days);
    }

    /** The first day that may be asked about; null when there is none. */
    public LocalDate oldest(LocalDate today) {
        return retentionDays == null ? null : today.minusDays(retentionDays);
    }

    /** Why nothing is told of days before this one. */
    public Refusal tooOld(LocalDate oldest) {
        return Refusal.of(
                        SeriesError.RETENTION_EXCEEDED, "The plan keeps %d days. Ask from %s on", retentionDays, oldest)
                .with(Map.of("tier_retention_days", retentionDays, "oldest_allowed", oldest.toString()));
    }
}
