package io.groundswell.experiment;

import io.groundswell.traffic.Rounded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Conversion rates of variants, and how they compare. */
final class Rates {
    /** Rates of a few in a thousand have to be told apart. */
    private static final int RATE_DECIMALS = 4;

    private static final int LIFT_DECIMALS = 3;

    private Rates() {}

    /** From 0 to 1; 0 without users. */
    static BigDecimal rate(Tally tally) {
        return Rounded.ratio(tally.conversions(), tally.users(), RATE_DECIMALS);
    }

    /**
     * How much higher the rate of one is than that of all others together, as a share of theirs; 0 when they have none, or nobody saw the
     * variant.
     */
    static BigDecimal lift(Tally one, List<Tally> all) {
        var users = all.stream().mapToLong(Tally::users).sum() - one.users();
        var conversions = conversionsOfOthers(one, all);
        if (conversions == 0 || one.users() == 0) {
            return BigDecimal.ZERO;
        }
        var own = BigDecimal.valueOf(one.conversions()).multiply(BigDecimal.valueOf(users));
        var usual = BigDecimal.valueOf(one.users()).multiply(BigDecimal.valueOf(conversions));
        return Rounded.plain(own.subtract(usual).divide(usual, LIFT_DECIMALS, RoundingMode.HALF_UP));
    }

    static long conversionsOfOthers(Tally one, List<Tally> all) {
        return all.stream().mapToLong(Tally::conversions).sum() - one.conversions();
    }
}
