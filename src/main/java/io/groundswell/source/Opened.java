package io.groundswell.source;

/**
 * What a source told when it was connected.
 *
 * @param name as people know it
 * @param account the handle of the one creator that it tells of, null where it tells of anybody
 */
public record Opened(String name, String account, Credentials credentials) {}
