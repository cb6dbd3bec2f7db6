package io.groundswell.source;

import java.time.Instant;
import java.util.SortedMap;

/**
 * What is shown of a creator. What is null was not told.
 *
 * @param handle how the creator is called now
 * @param followers null when nobody counted them
 * @param earlier how many there were before, where the source knows
 */
public record Profile(
        String handle,
        String displayName,
        String avatarUrl,
        String bio,
        Long followers,
        SortedMap<Instant, Long> earlier) {}
