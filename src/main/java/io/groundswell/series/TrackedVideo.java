package io.groundswell.series;

import java.time.Instant;
import java.util.UUID;

/**
 * A video, as far as figures are concerned.
 *
 * @param creatorId null when nobody knows whose it is
 * @param postedAt null when nobody knows
 */
record TrackedVideo(UUID id, String label, UUID creatorId, Instant postedAt) {}
