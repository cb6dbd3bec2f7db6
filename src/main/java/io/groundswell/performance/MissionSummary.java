package io.groundswell.performance;

/** What a mission's posts came to. */
public record MissionSummary(long published, long scheduled, Figures figures, BestMoment best) {
    public String bestDay() {
        return best.day();
    }

    /** A whole hour, such as {@code 14:00}. */
    public String bestTime() {
        return best.time();
    }
}
