package io.groundswell.payout;

import java.time.LocalDate;

/**
 * What a structure says from a day on. It never changes.
 *
 * @param effectiveFrom null for the first one, which holds for all days before the second
 */
public record Version(int number, LocalDate effectiveFrom, Rule rule) {}
