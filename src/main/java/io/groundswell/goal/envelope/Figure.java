package io.groundswell.goal.envelope;

import java.math.BigDecimal;

/** How numbers of goals are written: whole ones without a fraction. */
final class Figure {
    private Figure() {}

    static Number of(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return plain.doubleValue();
        }
        return plain.precision() - plain.scale() > 18
                ? (Number) plain.toBigInteger()
                : (Number) Long.valueOf(plain.longValueExact());
    }
}
