package io.groundswell.series;

import java.time.Instant;
import java.util.UUID;

/**
 * A snapshot that only sets a level to go on from.
 *
 * @param started whether it is the first one; otherwise tracking was taken up again
 */
public record Baseline(UUID entityId, Instant at, boolean started) {}
