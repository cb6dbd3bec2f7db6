package io.groundswell.pipeline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How missions are worked on. */
@ConfigMapping(prefix = "groundswell.pipeline")
public interface PipelineConfig {
    /** How many days ahead one cycle of a mission plans. */
    @WithDefault("7")
    int horizonDays();

    /** The next cycle of a mission starts when it is planned fewer days ahead than this. */
    @WithDefault("2")
    int lowWaterDays();

    /** How often a stage of a pipeline job is tried before the job fails. */
    @WithDefault("5")
    int attempts();

    /** Longest pause before the second try of a stage; it doubles with each further try. */
    @WithDefault("1S")
    Duration backoff();

    /** Longest pause between any two tries of a stage, unless the provider asks for more. */
    @WithDefault("60S")
    Duration longestBackoff();

    /** How long a worker holds a pipeline job without renewing its lease; must be longer than any outbound call may take. */
    @WithDefault("90S")
    Duration lease();

    /** How often a pipeline job that has run out of budget checks for more. */
    @WithDefault("5M")
    Duration budgetCheck();
}
