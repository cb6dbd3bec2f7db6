package io.groundswell.wire;

import java.time.Duration;

/** How long callers are asked to wait. */
public final class Waits {
    private Waits() {}

    /** In whole seconds, after which the time has surely passed; one at least. */
    public static long seconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
