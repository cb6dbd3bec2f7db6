package io.groundswell.recording;

import io.groundswell.account.Limit;
import io.groundswell.account.Organization;
import java.time.LocalDate;

/** Of which days all snapshots are there, whatever may be asked of them. */
public final class KeptHistory {
    /**
     * Goals and payouts are decided when their period is over, so that no plan keeps less than they look at: a month of 31 days, 2
     * more until it has settled, and 7 more in which what is pending is computed anew. Questions are refused by the plan alone.
     */
    public static final int LEAST_DAYS = 31 + 2 + 7;

    private KeptHistory() {}

    /** The first day of which all is kept, on this day of its zone. */
    public static LocalDate first(Organization organization, LocalDate today) {
        var granted = organization.granted(Limit.STATS_HISTORY_RETENTION_DAYS);
        return granted == Limit.UNLIMITED ? LocalDate.MIN : today.minusDays(Math.max(granted, LEAST_DAYS));
    }
}
