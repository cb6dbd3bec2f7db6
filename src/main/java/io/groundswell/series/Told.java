package io.groundswell.series;

/** @param kept whether it was worked out for an earlier question */
public record Told(Answer answer, boolean kept) {}
