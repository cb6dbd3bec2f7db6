package io.groundswell.generation.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a provider alone that failed several times in a row: for a while nobody calls it, then one call tries, and its
 * outcome decides for the others. Each instance of the server finds out for itself.
 */
final class Circuit {
    private final int limit;
    private final Duration pause;
    private final Clock clock;
    private int failures;
    private Instant openUntil;

    Circuit(int limit, Duration pause, Clock clock) {
        this.limit = limit;
        this.pause = pause;
        this.clock = clock;
    }

    /** How long to wait, or zero when the call may be made. The call that may try keeps the others waiting meanwhile. */
    synchronized Duration enter() {
        if (!isOpen()) {
            if (openUntil != null) {
                openUntil = clock.instant().plus(pause);
            }
            return Duration.ZERO;
        }
        return Duration.between(clock.instant(), openUntil);
    }

    synchronized boolean isOpen() {
        return openUntil != null && clock.instant().isBefore(openUntil);
    }

    synchronized void succeeded() {
        failures = 0;
        openUntil = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= limit) {
            openUntil = clock.instant().plus(pause);
        }
    }
}
