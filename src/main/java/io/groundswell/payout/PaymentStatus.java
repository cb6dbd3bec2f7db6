package io.groundswell.payout;

import java.util.Locale;

/** Where a payment stands. */
public enum PaymentStatus {
    RECORDED,
    /** It was not made after all, for good. */
    VOID;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
