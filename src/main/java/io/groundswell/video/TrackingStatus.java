package io.groundswell.video;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a video came to be here and what was decided about it; {@link #next} is the whole table of what may be decided. */
public enum TrackingStatus {
    /** Found, of a creator whose videos are all tracked. */
    AUTO_TRACKED,
    /** Found, and nobody has looked at it yet. */
    PENDING_REVIEW,
    INCLUDED,
    /** There for nobody, until it is included after all. */
    EXCLUDED,
    /** Added by its address. */
    DIRECT_ADD;

    /** Staying what it is changes nothing, and so is no move. */
    private Set<TrackingStatus> next() {
        return switch (this) {
            case AUTO_TRACKED, PENDING_REVIEW, DIRECT_ADD -> EnumSet.of(INCLUDED, EXCLUDED);
            case INCLUDED -> EnumSet.of(EXCLUDED);
            case EXCLUDED -> EnumSet.of(INCLUDED);
        };
    }

    boolean mayBecome(TrackingStatus other) {
        return next().contains(other);
    }

    /** Whether it counts towards its creator, its campaigns and its programme. */
    public boolean counts() {
        return this != PENDING_REVIEW && this != EXCLUDED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
