package io.groundswell.traffic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients as answers show them: halves go up, and there are no zeros at the end. */
public final class Rounded {
    private static final int PERCENT = 100;

    private Rounded() {}

    /** 0 of nothing. */
    public static BigDecimal ratio(long part, long whole, int decimals) {
        if (whole == 0) {
            return BigDecimal.ZERO;
        }
        return plain(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
    }

    /** With one decimal; 0 of nothing. */
    public static BigDecimal percent(long part, long whole) {
        return ratio(Math.multiplyExact(part, PERCENT), whole, 1);
    }

    /** The same number without zeros at its end. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
