package io.groundswell.series;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Cache of answers to questions about creators, videos and campaigns. */
@ConfigMapping(prefix = "groundswell.series")
public interface SeriesConfig {
    /** Most answers about figures over time that this instance caches. */
    @WithDefault("2000")
    int cacheEntries();

    /** About how many bytes of memory the cached answers may take. */
    @WithDefault("33554432")
    long cacheBytes();
}
