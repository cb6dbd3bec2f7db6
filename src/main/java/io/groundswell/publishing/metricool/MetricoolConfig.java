package io.groundswell.publishing.metricool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Publishing and measuring by way of Metricool. */
@ConfigMapping(prefix = "groundswell.metricool")
public interface MetricoolConfig {
    /** Base URL of Metricool's API. */
    @WithDefault("https://app.metricool.com/api")
    String baseUrl();

    /** How long one call to Metricool may take. */
    @WithDefault("10S")
    Duration timeout();

    /** How far ahead of now a post is scheduled at Metricool, which refuses times in the past. */
    @WithDefault("20S")
    Duration lead();

    /** How often Metricool is asked whether a post has been published. */
    @WithDefault("5S")
    Duration patience();

    /** How long Metricool is asked about a post before the item is left to the next attempt, which looks for the post again. */
    @WithDefault("45S")
    Duration watch();

    /** How long a post may still turn up after an unanswered call; the item is not posted again before that. */
    @WithDefault("2M")
    Duration doubt();
}
