package io.groundswell.payout;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day at an organization.
 *
 * @param oldest the first day of which its plan keeps all snapshots
 */
record Today(ZoneId zone, LocalDate day, LocalDate oldest) {
    static Today of(Organization organization, Instant now) {
        var day = LocalDate.ofInstant(now, organization.zone());
        var kept = organization.granted(Limit.STATS_HISTORY_RETENTION_DAYS);
        return new Today(organization.zone(), day, kept == Limit.UNLIMITED ? LocalDate.MIN : day.minusDays(kept));
    }

    /** Whether all that a part is computed from is there. */
    boolean knows(Part part) {
        return !part.isMeasured() || !part.first().isBefore(oldest);
    }
}
