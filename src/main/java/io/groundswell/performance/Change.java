package io.groundswell.performance;

/** How a number compares with what it was. */
public record Change(double current, double previous) {

    public double difference() {
        return current - previous;
    }

    /** Relative to what it was, one decimal; 100 where it was nothing, and 0 where it still is. */
    public double percent() {
        if (previous == 0) {
            return current == 0 ? 0 : 100;
        }
        return Math.round(1_000 * difference() / previous) / 10.0;
    }

    /** {@code up}, {@code down} or {@code flat}. */
    public String direction() {
        return current > previous ? "up" : current < previous ? "down" : "flat";
    }
}
