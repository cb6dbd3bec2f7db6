package io.groundswell.event;

/**
 * What a request tells about who sent it. Each may be null.
 *
 * @param country as ISO 3166-1 alpha-2 has it
 * @param device {@code desktop}, {@code tablet} or {@code mobile}
 */
public record Visitor(String country, String browser, String os, String device) {}
