package io.groundswell.performance;

import io.groundswell.mission.Mission;
import java.util.List;

/**
 * How a mission did so far.
 *
 * @param period null while it has not started
 * @param progressPercent of its active time, whole
 * @param byPillar the pillars that most saw first; so are the types
 */
public record MissionReport(
        Mission mission,
        Period period,
        int progressPercent,
        MissionSummary summary,
        List<KpiProgress> kpis,
        List<Kind> byPillar,
        List<Kind> byType) {

    /** Posts of one type, or about one pillar, with all they gained. */
    public record Kind(String name, long posts, long impressions, long engagements) {
        /** In percent, two decimals; 0 when nobody has seen anything. */
        public double engagementRate() {
            return Figures.rate(engagements, impressions);
        }
    }
}
