package io.groundswell.publishing;

/**
 * A claimed item that is out.
 *
 * @param variationId of the words that readers see; null when the item has but one wording, or an earlier version is out
 */
record Delivered(Published post, String variationId) {}
