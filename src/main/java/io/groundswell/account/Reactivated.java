package io.groundswell.account;

/** An organization that was suspended is active again; observed in the transaction of the change. */
public record Reactivated(String organizationId) {}
