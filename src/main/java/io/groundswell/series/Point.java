package io.groundswell.series;

import java.time.LocalDate;

/**
 * @param value a {@link Long} for what is counted, a {@link Double} for a rate, null for what nobody knows
 */
public record Point(LocalDate bucketStart, Number value) {}
