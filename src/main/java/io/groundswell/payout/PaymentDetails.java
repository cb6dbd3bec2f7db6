package io.groundswell.payout;

import java.time.LocalDate;

/**
 * What people say of a payment.
 *
 * @param paidOn null for today, when it is noted
 * @param metadata a JSON object
 * @param readme or null
 */
public record PaymentDetails(LocalDate paidOn, String metadata, String readme) {}
