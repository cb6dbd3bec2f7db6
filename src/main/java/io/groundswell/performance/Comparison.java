package io.groundswell.performance;

import java.util.List;

/** Two periods side by side. What changed is told from the second to the first. */
public record Comparison(Side first, Side second) {

    /** What was gained in a period by whichever posts, and how many went out in it. */
    public record Side(Period period, Slice slice) {
        long impressions() {
            return slice.figures().impressions();
        }

        double rate() {
            return slice.figures().engagementRate();
        }
    }

    public Change impressions() {
        return new Change(first.impressions(), second.impressions());
    }

    public Change engagementRate() {
        return new Change(first.rate(), second.rate());
    }

    public Change posts() {
        return new Change(first.slice().posts(), second.slice().posts());
    }

    /** The same in sentences. */
    public List<String> insights() {
        return ComparisonInsights.of(this);
    }
}
