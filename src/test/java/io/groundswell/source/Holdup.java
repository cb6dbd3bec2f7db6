package io.groundswell.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Has the first who comes to a moment wait there until the test lets go. */
@ApplicationScoped
public class Holdup {
    private final AtomicReference<String> moment = new AtomicReference<>();
    private volatile CountDownLatch reached;
    private volatile CountDownLatch over;

    void at(String next) {
        reached = new CountDownLatch(1);
        over = new CountDownLatch(1);
        moment.set(next);
    }

    void awaitReached() {
        await(reached);
    }

    void letGo() {
        over.countDown();
    }

    void pass(String here) {
        if (moment.compareAndSet(here, null)) {
            reached.countDown();
            await(over);
        }
    }

    private static void await(CountDownLatch event) {
        try {
            event.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
