package io.groundswell.payout;

import java.math.BigDecimal;

/**
 * What something comes to.
 *
 * @param quantity what was measured
 */
public record Owed(BigDecimal quantity, long cents) {
    static final Owed NOTHING = new Owed(BigDecimal.ZERO, 0);
}
