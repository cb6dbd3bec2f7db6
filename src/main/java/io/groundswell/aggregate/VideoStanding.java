package io.groundswell.aggregate;

import java.time.Instant;
import java.util.UUID;

/** A video in a ranking. */
public record VideoStanding(UUID id, String title, String url, Instant postedAt, Counts counts) {}
