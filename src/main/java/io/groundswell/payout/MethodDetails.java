package io.groundswell.payout;

/**
 * What administrators say of a way to pay.
 *
 * @param iconUrl or null
 * @param metadata a JSON object
 * @param readme or null
 */
public record MethodDetails(String name, String iconUrl, boolean isActive, String metadata, String readme) {}
