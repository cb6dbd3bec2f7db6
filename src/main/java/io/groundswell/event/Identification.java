package io.groundswell.event;

/**
 * Two ids of one person.
 *
 * @param userId by which they are known from now on
 */
public record Identification(String previousId, String userId) {}
