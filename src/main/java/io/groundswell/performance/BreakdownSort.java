package io.groundswell.performance;

import io.groundswell.metric.Counter;
import java.util.Locale;

/** What the lists of a breakdown are sorted by, the most first; a list that does not show it is sorted by rate. */
public enum BreakdownSort {
    ENGAGEMENT_RATE,
    IMPRESSIONS,
    CLICKS;

    double of(Figures figures) {
        return switch (this) {
            case ENGAGEMENT_RATE -> figures.engagementRate();
            case IMPRESSIONS -> figures.impressions();
            case CLICKS -> figures.of(Counter.LINK_CLICKS);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
