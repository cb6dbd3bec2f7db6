package io.groundswell.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Many doing the same at the same moment. */
public final class Crowd {
    private Crowd() {}

    public static <T> List<T> of(int size, Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(size);
        var start = new CountDownLatch(1);
        try {
            var futures = IntStream.range(0, size)
                    .mapToObj(one -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
