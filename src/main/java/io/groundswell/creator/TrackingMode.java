package io.groundswell.creator;

import java.util.Locale;

/** What becomes of a creator's videos that are found from now on. */
public enum TrackingMode {
    /** They are tracked. */
    AUTO,
    /** They wait for somebody to look at them. */
    SELECTIVE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
