package io.groundswell.publishing.metricool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Publishing and measuring by way of Metricool. */
@ConfigMapping(prefix = "groundswell.metricool")
public interface MetricoolConfig {
    /** Where its API is. */
    @WithDefault("https://app.metricool.com/api")
    String baseUrl();

    /** How long one call may take. */
    @WithDefault("10S")
    Duration timeout();

    /** How far ahead of now a post is scheduled there; it refuses what lies in the past. */
    @WithDefault("20S")
    Duration lead();

    /** How often Metricool is asked whether a post is out. */
    @WithDefault("5S")
    Duration patience();

    /** How long it is asked before the item is left for the next attempt, which looks for the post again. */
    @WithDefault("45S")
    Duration watch();

    /** How long after an unanswered call a post may still turn up: before that, nothing is posted again. */
    @WithDefault("2M")
    Duration doubt();
}
