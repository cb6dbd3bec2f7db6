package io.groundswell.generation.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Cents for a million tokens. */
public record Price(BigDecimal in, BigDecimal out) {
    private static final int MILLION_DIGITS = 6;

    /** In whole cents, rounded up, since the ledger knows no smaller coin. */
    long of(Tokens tokens) {
        return in.multiply(BigDecimal.valueOf(tokens.in()))
                .add(out.multiply(BigDecimal.valueOf(tokens.out())))
                .movePointLeft(MILLION_DIGITS)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
