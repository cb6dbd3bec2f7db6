package io.groundswell.shared;

/** One thing wrong with one input; {@code param} is its dotted path, such as {@code constraints.timezone}. */
public record Violation(String param, String message) {}
