package io.groundswell.performance;

import io.groundswell.mission.Kpi;
import io.groundswell.shared.Owner;
import java.time.Instant;

/**
 * That a part of a target was reached for the first time; observed in the transaction that keeps it.
 *
 * @param percent of the target
 * @param at when the figures that show it were taken
 */
public record KpiMilestone(Owner owner, String missionId, Kpi kpi, int percent, Instant at) {}
