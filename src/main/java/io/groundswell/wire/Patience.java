package io.groundswell.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long somebody is still waited for, who sends a file. Only waiting uses it up, and what comes gives some of it back: so a file may
 * take as long as it needs, here and on its way, but not for ever.
 */
final class Patience {
    /** Bytes for which another second is waited: the pace of a line that nobody would send a file on. */
    private static final int SLOWEST = 8_192;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long most;
    private long left;
    private boolean waits;
    private long since;

    Patience(Duration most) {
        this.most = most.toNanos();
        this.left = this.most;
    }

    synchronized void waits() {
        waits = true;
        since = System.nanoTime();
    }

    synchronized void got(int bytes) {
        left = Math.min(most, leftNanos() + bytes * SECOND / SLOWEST);
        waits = false;
    }

    synchronized long leftMillis() {
        return TimeUnit.NANOSECONDS.toMillis(leftNanos());
    }

    private long leftNanos() {
        return waits ? left - (System.nanoTime() - since) : left;
    }
}
