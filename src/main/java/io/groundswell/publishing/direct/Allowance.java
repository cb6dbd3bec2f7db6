package io.groundswell.publishing.direct;

import java.time.Duration;

/** The time that all calls for one post have together: less than the two minutes that a publisher may take. */
public final class Allowance {
    private static final Duration WHOLE = Duration.ofSeconds(100);

    private final long end;

    private Allowance(long end) {
        this.end = end;
    }

    /** Not by the server's clock: that one can be moved. */
    public static Allowance begin() {
        return new Allowance(System.nanoTime() + WHOLE.toNanos());
    }

    /** As much as is left of what a call usually has; none is begun without any. */
    Duration of(Duration usual) {
        var left = end - System.nanoTime();
        if (left <= 0) {
            throw new NetworkFailure(NetworkFailure.Kind.PASSING, "The post took too long; the rest of it follows");
        }
        return left < usual.toNanos() ? Duration.ofNanos(left) : usual;
    }

    public void sleep(Duration pause) {
        try {
            Thread.sleep(of(pause).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkFailure(NetworkFailure.Kind.PASSING, "This server stops");
        }
    }
}
