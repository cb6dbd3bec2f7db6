package io.groundswell.payout;

import io.groundswell.account.Organization;
import io.groundswell.recording.KeptHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day at an organization.
 *
 * @param oldest the first day of which all snapshots are kept
 */
record Today(ZoneId zone, LocalDate day, LocalDate oldest) {
    static Today of(Organization organization, Instant now) {
        var day = LocalDate.ofInstant(now, organization.zone());
        return new Today(organization.zone(), day, KeptHistory.first(organization, day));
    }

    /** Whether all that a part is computed from is there. */
    boolean knows(Part part) {
        return !part.isMeasured() || !part.first().isBefore(oldest);
    }
}
