package io.groundswell.performance;

import io.groundswell.performance.Measurements.Total;
import java.util.List;

/** What a mission's posts came to. */
public record MissionSummary(long published, long scheduled, Figures figures, BestMoment best) {
    static MissionSummary of(List<Total> totals, List<Outcome> posts) {
        return new MissionSummary(
                totals.stream().mapToLong(Total::published).sum(),
                totals.stream().mapToLong(Total::scheduled).sum(),
                totals.stream().map(Total::figures).reduce(Figures.NONE, Figures::plus),
                BestMoment.of(posts));
    }

    public String bestDay() {
        return best.day();
    }

    /** A whole hour, such as {@code 14:00}. */
    public String bestTime() {
        return best.time();
    }
}
