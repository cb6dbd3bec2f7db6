package io.groundswell.webhook;

import java.util.concurrent.TimeUnit;

/** How long an endpoint takes: nothing before it is called. */
final class Stopwatch {
    private Long begun;

    void start() {
        begun = System.nanoTime();
    }

    long millis() {
        return begun == null ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
