package io.groundswell.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Background work. */
@ConfigMapping(prefix = "groundswell.work")
public interface WorkConfig {
    /** Whether this instance runs background work by itself; switch it off where a cron calls {@code POST /internal/tick}. */
    @WithDefault("true")
    boolean scheduled();

    /** How many pipeline jobs this instance works on at the same time, and also how many rewrites. */
    @WithDefault("4")
    int workers();
}
