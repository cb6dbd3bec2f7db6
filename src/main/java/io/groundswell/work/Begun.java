package io.groundswell.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work on a thread of its own. Where there is none it has failed, so that whatever follows its end follows all the same. */
public final class Begun {
    private Begun() {}

    public static <T> CompletableFuture<T> on(Executor threads, Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RuntimeException | Error refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }
}
