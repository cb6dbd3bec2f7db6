package io.groundswell.cost;

import io.groundswell.shared.Owner;

/**
 * A paid call that is about to be made.
 *
 * @param reference of the call: what is tried again under it, without an answer so far, is reserved once
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
