package io.groundswell.work;

import java.time.Duration;
import java.time.Instant;

/**
 * Background work that comes due with time. A round does what is due now and returns; it is safe to run at any moment,
 * on any number of instances at once.
 */
public interface Round {
    /** What {@code POST /internal/tick} calls it. */
    String name();

    /** How long the scheduler waits between two rounds. */
    Duration pause();

    /**
     * Does what is due, a bounded amount of it, and stops early at {@code deadline}.
     *
     * @return how many things were done; 0 when nothing was due
     */
    int run(Instant deadline);
}
