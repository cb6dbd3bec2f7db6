package io.groundswell.performance;

import java.util.Locale;

/** How fast a post gains impressions, beside what posts on its platform usually do while they are new. */
public enum Velocity {
    HIGH,
    MEDIUM,
    LOW;

    private static final double HIGH_FROM = 2;
    private static final double MEDIUM_FROM = 0.75;

    /** Both in impressions per hour. Where nothing is usual, anything is much. */
    static Velocity of(double pace, double usual) {
        if (pace == 0) {
            return LOW;
        }
        return pace >= HIGH_FROM * usual ? HIGH : pace >= MEDIUM_FROM * usual ? MEDIUM : LOW;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
