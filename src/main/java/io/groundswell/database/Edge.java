package io.groundswell.database;

import java.time.Instant;
import java.util.UUID;

/** A place in a list that is sorted by time and then by id. Whether a row stands there (any more) does not matter. */
public record Edge(Instant at, UUID id) {}
