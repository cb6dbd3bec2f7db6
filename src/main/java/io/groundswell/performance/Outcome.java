package io.groundswell.performance;

import java.time.ZonedDateTime;

/**
 * How a post did that enough have seen.
 *
 * @param at when it went out, in the zone people plan it in
 * @param rate its engagement rate, in percent
 */
record Outcome(String missionId, ZonedDateTime at, double rate) {}
