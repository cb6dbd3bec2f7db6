package io.groundswell.publishing.direct;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Networks that are called without a provider in between: Mastodon and Bluesky. */
@ConfigMapping(prefix = "groundswell.networks")
public interface DirectConfig {
    /** How long one call to Mastodon or Bluesky may take. */
    @WithDefault("10S")
    Duration timeout();

    /** How long uploading one picture to Mastodon or Bluesky may take. */
    @WithDefault("30S")
    Duration uploadTimeout();

    /** Pause before asking Mastodon again whether it has processed a picture; it doubles each time. */
    @WithDefault("0.5S")
    Duration mediaPause();
}
