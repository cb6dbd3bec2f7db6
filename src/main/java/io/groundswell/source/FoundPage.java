package io.groundswell.source;

import java.util.List;

/**
 * Some videos of a creator, in general the latest first.
 *
 * @param next where the next page begins, null when there is none
 */
public record FoundPage(List<FoundVideo> videos, String next) {}
