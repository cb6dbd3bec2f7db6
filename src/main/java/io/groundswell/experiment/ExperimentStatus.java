package io.groundswell.experiment;

import io.groundswell.shared.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** Where an experiment is in its life. */
public enum ExperimentStatus {
    /** Browsers are given its variants. */
    ACTIVE,
    PAUSED,
    /** For good. */
    COMPLETED;

    public static ExperimentStatus require(String name) {
        return Arrays.stream(values())
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.on(
                        ExperimentError.INVALID_EXPERIMENT_STATUS,
                        "status",
                        "status must be active, paused or completed"));
    }

    boolean mayBecome(ExperimentStatus next) {
        return this != COMPLETED && this != next;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
