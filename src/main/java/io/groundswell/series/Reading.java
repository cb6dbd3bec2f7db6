package io.groundswell.series;

import java.util.Locale;

/** How a metric is read: what came new, where it stands, or one thing in relation to another. */
public enum Reading {
    NEW,
    CUMULATIVE,
    RATE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
