package io.groundswell.cost;

/** What a paid call really used and cost. */
public record Receipt(String model, long tokens, int images, long costCents) {}
