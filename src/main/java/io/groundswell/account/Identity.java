package io.groundswell.account;

/**
 * What an identity provider vouches for.
 *
 * @param email null for none that it vouches for
 * @param organizationId the provider's id of the organization the person acts for, null for a personal one
 */
public record Identity(String subject, String email, String name, String organizationId, String organizationName) {}
