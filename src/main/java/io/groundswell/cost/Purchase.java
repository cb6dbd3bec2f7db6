package io.groundswell.cost;

import io.groundswell.shared.Owner;

/**
 * A paid call that is about to be made.
 *
 * @param reference idempotency reference of the call; one reference is paid once, however often it is tried
 * @param missionBudgetCents what the mission may spend in all, null when it has no limit
 * @param type {@code llm} or {@code image}
 * @param estimateCents an upper estimate
 */
public record Purchase(
        Owner owner,
        String reference,
        String missionId,
        String missionName,
        Long missionBudgetCents,
        String contentId,
        String jobId,
        String stage,
        String provider,
        String type,
        long estimateCents) {}
