package io.groundswell.payout;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where something that is owed stands. */
public enum AccrualStatus {
    /** Computed anew while snapshots may be late, and open to adjustments. */
    PENDING,
    APPROVED,
    /** By a payment, which alone leads here and, when it is voided, back. */
    PAID,
    /** Not owed after all. */
    VOID;

    private static final Map<AccrualStatus, Set<AccrualStatus>> BY_PEOPLE = Map.of(
            PENDING, Set.of(APPROVED, VOID),
            APPROVED, Set.of(PENDING, VOID),
            PAID, Set.of(),
            VOID, Set.of(PENDING));

    /** Whether people may say so. */
    boolean mayBecome(AccrualStatus other) {
        return BY_PEOPLE.get(this).contains(other);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
