package io.groundswell.pipeline;

import java.util.Locale;

/** Where one stage of the current cycle stands. */
public enum StageStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    SKIPPED,
    PAUSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
