package io.groundswell.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When work that failed is tried again: after a pause that grows with every failure, or later if the provider says so. */
@ApplicationScoped
class Retries {
    private final PipelineConfig config;
    private final Clock clock;

    Retries(PipelineConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param failures how often it failed so far, from 1
     * @param asked how long the provider asks us to wait, or null
     */
    Instant next(int failures, Duration asked) {
        var pause = Backoff.pause(config.backoff(), config.longestBackoff(), failures, new SecureRandom());
        return clock.instant().plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }
}
