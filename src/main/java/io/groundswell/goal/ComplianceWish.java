package io.groundswell.goal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whose goals are looked at, and when.
 *
 * @param creatorId of the only creator that is wanted, or null
 * @param period of the only goals that are wanted, or null
 * @param date a day of the periods, in the organization's zone, or null for today
 */
public record ComplianceWish(UUID programId, UUID creatorId, GoalPeriod period, LocalDate date) {}
