package io.groundswell.work;

import java.time.Duration;

/** Pauses that grow with every failure. */
public final class Doubling {
    private Doubling() {}

    /**
     * @param first the shortest one
     * @param times how often it is doubled
     * @param most how often at most
     */
    public static Duration of(Duration first, int times, int most) {
        return first.multipliedBy(1L << Math.max(0, Math.min(times, most)));
    }
}
