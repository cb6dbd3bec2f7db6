package io.groundswell.pipeline;

import java.util.Locale;

/** Where a job stands. Pending and running jobs are taken by workers when they are due. */
public enum JobStatus {
    PENDING,
    RUNNING,
    PAUSED,
    COMPLETED,
    FAILED,
    CANCELLED;

    boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
