package io.groundswell.metric;

import java.util.Set;

/**
 * What is known of a subject whose row is held.
 *
 * @param zone whose days its days are
 * @param told the counters that callers tell
 */
record Held(String zone, Set<Counter> told) {}
