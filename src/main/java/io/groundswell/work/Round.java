package io.groundswell.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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

    /**
     * The same, returning as soon as all of it has begun.
     *
     * @return the parts of it that end each in its own time, and how many things were done in each
     */
    default List<CompletableFuture<Integer>> begin(Instant deadline) {
        return List.of(CompletableFuture.completedFuture(run(deadline)));
    }
}
