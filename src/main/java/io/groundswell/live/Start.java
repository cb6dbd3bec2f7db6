package io.groundswell.live;

/**
 * Where a stream begins.
 *
 * @param after the number of the event before
 * @param isComplete whether nothing is left out that the reader has missed
 */
record Start(long after, boolean isComplete) {}
