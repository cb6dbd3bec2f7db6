package io.groundswell.traffic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A figure and what it was before, both as answers show them. */
public record Change(BigDecimal current, BigDecimal previous) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal TWO_HUNDRED = BigDecimal.valueOf(200);

    static Change of(long current, long previous) {
        return new Change(BigDecimal.valueOf(current), BigDecimal.valueOf(previous));
    }

    public BigDecimal difference() {
        return Rounded.plain(current.subtract(previous));
    }

    /** Whole ones, halves go up: -12.5 becomes -12. Empty when there was nothing before, and there is something now. */
    public Optional<Long> percent() {
        if (previous.signum() == 0) {
            return current.signum() == 0 ? Optional.of(0L) : Optional.empty();
        }
        var doubled = TWO_HUNDRED.multiply(difference()).add(previous);
        return Optional.of(
                doubled.divide(TWO.multiply(previous), 0, RoundingMode.FLOOR).longValueExact());
    }
}
