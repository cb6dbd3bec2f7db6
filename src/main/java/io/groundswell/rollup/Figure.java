package io.groundswell.rollup;

import io.groundswell.event.KeyHash;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a kept figure is about.
 *
 * @param name of the events, as a hash
 * @param kind what they are counted by
 * @param day in UTC
 * @param value that they have, as a hash
 */
record Figure(long name, int kind, LocalDate day, UUID value) {
    static final int DAY = 1;
    static final int HOUR = 2;

    private static final long ANY_NAME = 0;
    private static final UUID NO_VALUE = new UUID(0, 0);

    /** @param event null for any */
    static long name(String event) {
        return event == null ? ANY_NAME : KeyHash.number(event);
    }

    static Figure day(LocalDate day) {
        return new Figure(ANY_NAME, DAY, day, NO_VALUE);
    }

    static Figure hour(LocalDate day, int hour) {
        return new Figure(ANY_NAME, HOUR, day, new UUID(0, hour));
    }
}
