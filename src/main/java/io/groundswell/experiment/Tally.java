package io.groundswell.experiment;

/**
 * What became of those who saw a variant.
 *
 * @param exposures how often it was shown
 * @param users who saw it before any other variant
 * @param conversions how many of them reached the goal then or later
 */
public record Tally(Variant variant, long exposures, long users, long conversions) {}
