package io.groundswell.mission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Missions. */
@ConfigMapping(prefix = "groundswell.mission")
public interface MissionConfig {
    /** How long missions of test mode and their content are kept after creation. */
    @WithDefault("30D")
    Duration testRetention();
}
