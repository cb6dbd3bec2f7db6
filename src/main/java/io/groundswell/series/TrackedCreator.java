package io.groundswell.series;

import java.util.UUID;

/** @param whole whether all its videos that count are there, too */
record TrackedCreator(UUID id, String label, boolean whole) {}
