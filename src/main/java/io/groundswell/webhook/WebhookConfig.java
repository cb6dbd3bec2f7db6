package io.groundswell.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Telling others of events. */
@ConfigMapping(prefix = "groundswell.webhook")
public interface WebhookConfig {
    /** How many deliveries this instance makes at once, 64 at most. */
    @WithDefault("32")
    int deliveries();

    /** How long an endpoint may take to answer, up to 30 seconds. */
    @WithDefault("10S")
    Duration timeout();
}
