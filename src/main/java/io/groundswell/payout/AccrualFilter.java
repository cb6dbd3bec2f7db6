package io.groundswell.payout;

import java.util.UUID;

/** Which accruals are wanted; null where it does not matter. */
public record AccrualFilter(UUID programId, UUID structureId, UUID creatorId, AccrualStatus status) {}
