package io.groundswell.performance;

import java.util.Locale;

/** What posts are told apart by when somebody asks what does well. */
public enum Dimension {
    PLATFORM,
    TYPE,
    PILLAR,
    TOPIC,
    TIME;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
