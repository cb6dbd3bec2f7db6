package io.groundswell.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is remembered of answers to creators' questions. */
@ConfigMapping(prefix = "groundswell.series")
public interface SeriesConfig {
    /** How many answers an instance keeps at most. */
    @WithDefault("2000")
    int cacheEntries();

    /** About how many bytes of memory they may take together. */
    @WithDefault("33554432")
    long cacheBytes();
}
