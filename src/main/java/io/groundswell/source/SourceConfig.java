package io.groundswell.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Looking up creators and their videos. */
@ConfigMapping(prefix = "groundswell.source")
public interface SourceConfig {
    /** Whether projects may connect the sandbox source, which invents figures for any handle. For demonstrations. */
    @WithDefault("false")
    boolean sandbox();

    /** How many creators, and how many batches of videos, this instance looks up at the same time. */
    @WithDefault("4")
    int lookups();

    /** How often a creator's profile is read, unless the plan's {@code min_creator_profiles_hours} is longer. */
    @WithDefault("24H")
    Duration profileEvery();

    /** How often a creator's new videos are looked for, unless the plan's {@code min_discover_videos_hours} is longer. */
    @WithDefault("6H")
    Duration discoverEvery();

    /**
     * How often the counters of a video are read in its first week, unless the plan's {@code min_video_stats_hours} is longer.
     * The interval is four times as long until it is a month old, and twelve times after that.
     */
    @WithDefault("6H")
    Duration countEvery();
}
