package io.groundswell.payout;

import java.util.List;
import java.util.UUID;

/**
 * What was paid.
 *
 * @param accrualIds each once; none for a payment that no accrual accounts for
 * @param cents besides what the accruals come to
 */
public record Paid(UUID creatorId, UUID methodId, List<UUID> accrualIds, long cents, PaymentDetails details) {}
