package io.groundswell.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Publishing what is due. */
@ConfigMapping(prefix = "groundswell.publishing")
public interface PublishingConfig {
    /** How many items this instance publishes at the same time. */
    @WithDefault("8")
    int deliveries();
}
