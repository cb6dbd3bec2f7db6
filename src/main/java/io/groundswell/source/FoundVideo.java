package io.groundswell.source;

import io.groundswell.metric.Counters;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A video of a creator as a source tells it.
 *
 * @param postedAt null when it does not say
 * @param counters as they stand; what was not told is left out
 * @param earlier as they stood before, where the source knows
 */
public record FoundVideo(
        String platformId,
        String url,
        String title,
        Instant postedAt,
        Counters counters,
        SortedMap<Instant, Counters> earlier) {}
