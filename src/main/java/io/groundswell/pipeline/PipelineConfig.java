package io.groundswell.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How missions are worked on. */
@ConfigMapping(prefix = "groundswell.pipeline")
public interface PipelineConfig {
    /** How far ahead one cycle plans, in days. */
    @WithDefault("7")
    int horizonDays();

    /** The next cycle starts when fewer days than these are planned. */
    @WithDefault("2")
    int lowWaterDays();

    /** How often a stage is tried before its job fails. */
    @WithDefault("5")
    int attempts();

    /** The longest first pause between two tries; each further one is twice as long. */
    @WithDefault("1S")
    Duration backoff();

    /** No pause between two tries is longer, unless the provider asks for more. */
    @WithDefault("60S")
    Duration longestBackoff();

    /** How long a worker holds a job without a sign of life. Longer than any call to the outside may take. */
    @WithDefault("90S")
    Duration lease();

    /** How often a job that waits for money looks whether there is some. */
    @WithDefault("5M")
    Duration budgetCheck();
}
