package io.groundswell.pipeline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What a job remembers of one stage in the current cycle.
 *
 * @param durationMs from its start to its end, waiting for retries included; null until it is over
 * @param output what later stages and readers need of it, null until it is over
 */
@RegisterForReflection
public record StageRecord(
        StageStatus status,
        Instant startedAt,
        Long durationMs,
        int progressPercent,
        Map<String, Object> output,
        JobError error) {

    static StageRecord pending() {
        return new StageRecord(StageStatus.PENDING, null, null, 0, null, null);
    }

    /** What is over stays so: a job that rests between two cycles is taken again without running its last stage. */
    StageRecord running(Instant now) {
        if (status == StageStatus.COMPLETED) {
            return this;
        }
        return new StageRecord(
                StageStatus.RUNNING, startedAt == null ? now : startedAt, null, progressPercent, null, null);
    }

    StageRecord at(int percent) {
        return new StageRecord(status, startedAt, null, percent, output, null);
    }

    StageRecord completed(Map<String, Object> output, Instant now) {
        var began = startedAt == null ? now : startedAt;
        return new StageRecord(
                StageStatus.COMPLETED, began, Duration.between(began, now).toMillis(), 100, output, null);
    }

    StageRecord failed(JobError error) {
        return new StageRecord(StageStatus.FAILED, startedAt, null, progressPercent, null, error);
    }

    StageRecord skipped() {
        return status == StageStatus.COMPLETED || status == StageStatus.FAILED
                ? this
                : new StageRecord(StageStatus.SKIPPED, startedAt, null, progressPercent, null, null);
    }

    StageRecord paused() {
        return status == StageStatus.RUNNING
                ? new StageRecord(StageStatus.PAUSED, startedAt, null, progressPercent, null, null)
                : this;
    }

    StageRecord unpaused() {
        return status == StageStatus.PAUSED
                ? new StageRecord(StageStatus.RUNNING, startedAt, null, progressPercent, null, null)
                : this;
    }
}
