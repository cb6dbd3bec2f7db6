package io.groundswell.export;

/** Why there is no file, as a word for programs and a sentence for people. */
public record Failure(String code, String reason) {}
