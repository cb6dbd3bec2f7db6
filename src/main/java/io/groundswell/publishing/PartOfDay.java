package io.groundswell.publishing;

import java.time.LocalTime;
import java.util.Locale;

/** Six hours of a local day. Hours are too many to compare with a few posts, the parts of a day are not. */
public enum PartOfDay {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    private static final int HOURS = 6;

    public static PartOfDay at(LocalTime time) {
        return values()[time.getHour() / HOURS];
    }

    /** As people say it. */
    public static PartOfDay of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
