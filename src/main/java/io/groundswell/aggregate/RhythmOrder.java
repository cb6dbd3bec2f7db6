package io.groundswell.aggregate;

import java.util.Locale;

/** What creators are ranked by, where it is asked how they post. */
public enum RhythmOrder {
    POSTS_PER_WEEK,
    ACTIVE_WEEKS,
    STD_DEV;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
