package io.groundswell.account;

/** A key just made, with the secret that is shown this once. */
public record FreshKey(ApiKey key, Secret secret) {}
