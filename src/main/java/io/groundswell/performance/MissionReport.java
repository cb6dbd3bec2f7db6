package io.groundswell.performance;

import io.groundswell.mission.Mission;
import io.groundswell.performance.Breakdown.Group;
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
        List<Group> byPillar,
        List<Group> byType) {}
