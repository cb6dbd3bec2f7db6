package io.groundswell.work;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A round whose work waits for others, and so holds up neither the rounds after it nor what they find due meanwhile. */
public interface SlowRound extends Round {
    @Override
    List<CompletableFuture<Integer>> begin(Instant deadline);

    /** Returns when all that it began has ended. */
    @Override
    default int run(Instant deadline) {
        var parts = begin(deadline);
        CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).join();
        return parts.stream().mapToInt(CompletableFuture::join).sum();
    }
}
