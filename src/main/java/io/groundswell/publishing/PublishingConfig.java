package io.groundswell.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Publishing what is due. */
@ConfigMapping(prefix = "groundswell.publishing")
public interface PublishingConfig {
    /** How many items this instance hands to networks at once. */
    @WithDefault("8")
    int deliveries();
}
