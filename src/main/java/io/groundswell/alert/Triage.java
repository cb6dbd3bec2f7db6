package io.groundswell.alert;

/**
 * What people made of an alert.
 *
 * @param note what they wrote, or null
 */
public record Triage(AlertStatus status, String note) {}
