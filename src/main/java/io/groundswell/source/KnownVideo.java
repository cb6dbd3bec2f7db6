package io.groundswell.source;

import java.time.Instant;
import java.util.UUID;

/** A video whose counters are wanted. */
public record KnownVideo(UUID id, String platformId, Instant postedAt) {}
