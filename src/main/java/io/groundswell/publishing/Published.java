package io.groundswell.publishing;

/**
 * A post that is out.
 *
 * @param postId the network's id of it
 * @param externalId the publishing provider's own id of it, or null
 */
public record Published(String postId, String url, String externalId) {}
