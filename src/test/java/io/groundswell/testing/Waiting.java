package io.groundswell.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what takes as long as it takes: a fixed pause is too short on a busy machine, and too long on any other. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = 10_000_000;

    private Waiting() {}

    /** @param what that has to be so, for whoever reads that it never was */
    public static void until(String what, BooleanSupplier isSo) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Within " + PATIENCE + " it was not so: " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
