package io.groundswell.file;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long somebody is still waited for, who sends a file. Only waiting uses it up, and what comes gives some of it back: so a file may
 * take as long as it needs, here and on its way, but not for ever.
 */
public final class Patience {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long most;
    private final int pace;
    private final LongSupplier nanos;
    private long left;
    private boolean waits;
    private long since;

    /** @param pace bytes for which another second is waited */
    public Patience(Duration most, int pace, LongSupplier nanos) {
        this.most = most.toNanos();
        this.pace = pace;
        this.nanos = nanos;
        this.left = this.most;
    }

    public synchronized void waits() {
        waits = true;
        since = nanos.getAsLong();
    }

    public synchronized void got(int bytes) {
        left = Math.min(most, leftNanos() + bytes * SECOND / pace);
        waits = false;
    }

    public synchronized long leftMillis() {
        return TimeUnit.NANOSECONDS.toMillis(leftNanos());
    }

    private long leftNanos() {
        return waits ? left - (nanos.getAsLong() - since) : left;
    }
}
