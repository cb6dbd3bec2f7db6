package io.groundswell.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a question wants to know of each group of events. */
public enum Metric {
    EVENT_COUNT,
    UNIQUE_USERS,
    SESSION_COUNT,
    /** Of the sessions that the events belong to, how many are bounces. */
    BOUNCE_RATE,
    /** How long these sessions last on average, in milliseconds. */
    AVG_DURATION;

    public static Optional<Metric> of(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.toString().equals(name))
                .findFirst();
    }

    /** Whether it is about the whole sessions that events belong to. */
    boolean isOfSessions() {
        return this == BOUNCE_RATE || this == AVG_DURATION;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
