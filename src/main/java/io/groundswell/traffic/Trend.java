package io.groundswell.traffic;

import java.util.Locale;

/** Where a figure is going. */
public enum Trend {
    GROWING,
    STABLE,
    DECLINING;

    private static final long NOTABLE_PERCENT = 10;

    static Trend of(Change change) {
        // Something where nothing was has no percentage, and grows.
        var percent = change.percent().orElse(Long.MAX_VALUE);
        if (percent > NOTABLE_PERCENT) {
            return GROWING;
        }
        return percent < -NOTABLE_PERCENT ? DECLINING : STABLE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
