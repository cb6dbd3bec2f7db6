package io.groundswell.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Looking up creators and their videos. */
@ConfigMapping(prefix = "groundswell.source")
public interface SourceConfig {
    /** Lets projects connect the sandbox, which tells invented figures of any handle. For demonstrations. */
    @WithDefault("false")
    boolean sandbox();

    /** How many creators, and how many lots of videos, this instance looks up at once. */
    @WithDefault("4")
    int lookups();

    /** How often a creator's profile is read, unless the plan's {@code min_creator_profiles_hours} is longer. */
    @WithDefault("PT24H")
    Duration profileEvery();

    /** How often a creator's new videos are looked for, unless {@code min_discover_videos_hours} is longer. */
    @WithDefault("PT6H")
    Duration discoverEvery();

    /**
     * How often the counters of a video are read in its first week, unless {@code min_video_stats_hours} is longer. Until it is
     * a month old four times as long is waited, and then twelve times.
     */
    @WithDefault("PT6H")
    Duration countEvery();
}
