package io.groundswell.payout;

/**
 * What people say of a structure, beside its rule.
 *
 * @param metadata a JSON object
 * @param readme or null
 */
public record StructureDetails(String name, String metadata, String readme) {}
