package io.groundswell.series;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The bucket that may still grow.
 *
 * @param end its last day, which may be still to come
 */
public record PartialBucket(LocalDate start, LocalDate end, Instant asOf) {}
