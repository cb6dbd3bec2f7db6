package io.groundswell.generation.openai;

import io.groundswell.generation.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The pictures of one call that have to be paid for so far. */
final class Charged {
    private final String provider;
    private final String model;
    private final BigDecimal pictureCents;
    private int pictures;

    Charged(String provider, String model, BigDecimal pictureCents) {
        this.provider = provider;
        this.model = model;
        this.pictureCents = pictureCents;
    }

    Charged add(int more) {
        pictures += more;
        return this;
    }

    boolean isNothing() {
        return pictures == 0;
    }

    Usage usage() {
        var cents = pictureCents.multiply(BigDecimal.valueOf(pictures)).setScale(0, RoundingMode.CEILING);
        return new Usage(provider, Usage.Kind.IMAGE, model, 0, pictures, cents.longValueExact());
    }
}
