package io.groundswell.aggregate;

import java.util.Locale;

/** On which side of the norm something is. */
public enum Side {
    ABOVE,
    BELOW,
    BOTH;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
