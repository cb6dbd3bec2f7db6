package io.groundswell.tracker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The script that measures pages. */
@ConfigMapping(prefix = "groundswell.tracker")
public interface TrackerConfig {
    /** Whether the server has {@code /demo}, a page on which to try the tracker. */
    @WithDefault("false")
    boolean demo();
}
