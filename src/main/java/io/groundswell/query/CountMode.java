package io.groundswell.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@link Metric#EVENT_COUNT} counts. */
public enum CountMode {
    /** Every event. */
    RAW,
    /**
     * A user's session once, and so a session without a user. An event without a session stands for its user, once, unless
     * the user has a session in the group; one with neither stands for itself.
     */
    SESSION_THEN_USER;

    public static Optional<CountMode> of(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
