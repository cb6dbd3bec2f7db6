package io.groundswell.publishing.direct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Networks that are called without a provider in between: Mastodon and Bluesky. */
@ConfigMapping(prefix = "groundswell.networks")
public interface DirectConfig {
    /** How long one call to a network may take. */
    @WithDefault("PT10S")
    Duration timeout();

    /** The same for a call that hands a picture over. */
    @WithDefault("PT30S")
    Duration uploadTimeout();

    /** How long to wait before asking anew whether the network has processed a picture; the wait doubles each time. */
    @WithDefault("PT0.5S")
    Duration mediaPause();
}
