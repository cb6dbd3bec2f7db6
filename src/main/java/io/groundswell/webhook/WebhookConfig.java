package io.groundswell.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Delivery of events to webhooks. */
@ConfigMapping(prefix = "groundswell.webhook")
public interface WebhookConfig {
    /** How many webhook deliveries this instance makes at the same time, 64 at most. */
    @WithDefault("32")
    int deliveries();

    /** How long a webhook's endpoint may take to answer: up to 30 seconds, which is well below what a claim on a delivery lasts. */
    @WithDefault("10S")
    Duration timeout();
}
