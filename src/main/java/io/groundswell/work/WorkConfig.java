package io.groundswell.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Background work. */
@ConfigMapping(prefix = "groundswell.work")
public interface WorkConfig {
    /** Whether this instance does rounds by itself; switch it off where a cron calls {@code POST /internal/tick}. */
    @WithDefault("true")
    boolean scheduled();

    /** How many pipeline jobs this instance works on at once, and how many rewritings beside them. */
    @WithDefault("4")
    int workers();
}
