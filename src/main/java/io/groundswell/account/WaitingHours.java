package io.groundswell.account;

import java.math.BigDecimal;

/** Hours after which something is decided without those who were asked. */
public final class WaitingHours {
    /** A year. */
    private static final BigDecimal MOST = new BigDecimal(8760);

    private static final int MOST_DECIMALS = 20;

    private WaitingHours() {}

    /** Whether they are above 0, at most {@link #MOST} and not too exact, or null. */
    public static boolean fit(BigDecimal hours) {
        return hours == null || hours.signum() > 0 && hours.compareTo(MOST) <= 0 && hours.scale() <= MOST_DECIMALS;
    }
}
