package io.groundswell.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Places for work that waits for others. What has begun keeps its place until it ends, be the round that began it long over, so that
 * a slow call takes one place and holds up nothing else.
 */
public final class Places {
    private final Semaphore free;
    private final Executor threads;

    public Places(int count, Executor threads) {
        this.free = new Semaphore(Math.max(1, count));
        this.threads = threads;
    }

    /**
     * Begins what is due in the places that are free, and waits for none of it. Each place goes on with what is due next. Nothing is
     * claimed that can't begin right away, so that a claim's time is spent on its own thing and a server that dies holds up few.
     *
     * @param mayGoOn asked before each claim
     * @param work does one thing, and says for how many it counts
     * @return for each place that was taken how much was done in it, once it is free again
     */
    public <T> List<CompletableFuture<Integer>> fill(
            BooleanSupplier mayGoOn, Supplier<Optional<T>> claim, ToIntFunction<T> work) {
        var next = (Supplier<Optional<T>>) () -> mayGoOn.getAsBoolean() ? claim.get() : Optional.empty();
        var taken = new ArrayList<CompletableFuture<Integer>>();
        var first = Optional.<T>empty();
        do {
            first = free.tryAcquire() ? claimed(next, taken) : Optional.empty();
            first.ifPresent(thing -> taken.add(begin(thing, next, work)));
        } while (first.isPresent());
        return taken;
    }

    /** A claim that fails must not lose sight of what has begun before it. */
    private <T> Optional<T> claimed(Supplier<Optional<T>> next, List<CompletableFuture<Integer>> taken) {
        var claimed = Optional.<T>empty();
        try {
            claimed = next.get();
        } catch (RuntimeException | Error e) {
            taken.add(CompletableFuture.failedFuture(e));
        } finally {
            if (claimed.isEmpty()) {
                free.release();
            }
        }
        return claimed;
    }

    private <T> CompletableFuture<Integer> begin(T first, Supplier<Optional<T>> next, ToIntFunction<T> work) {
        return Begun.on(threads, () -> workOff(first, next, work)).whenComplete((done, lost) -> free.release());
    }

    private static <T> int workOff(T first, Supplier<Optional<T>> next, ToIntFunction<T> work) {
        var done = 0;
        for (var thing = Optional.of(first); thing.isPresent(); thing = next.get()) {
            done += work.applyAsInt(thing.get());
        }
        return done;
    }
}
