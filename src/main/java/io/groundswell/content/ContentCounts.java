package io.groundswell.content;

/**
 * How many items a mission has.
 *
 * @param generated all that are not archived
 * @param approved cumulative: approved, scheduled and published
 */
public record ContentCounts(long generated, long pendingReview, long approved, long published, long scheduled) {}
