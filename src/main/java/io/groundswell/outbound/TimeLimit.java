package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.HELD_BACK;
import static io.groundswell.outbound.OutboundFailure.Kind.NOT_SENT;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one span of time that all parts of a call share. Not the server's clock: that one can be moved. */
record TimeLimit(long endNanos) {

    static TimeLimit of(Duration span) {
        return new TimeLimit(System.nanoTime() + span.toNanos());
    }

    long leftNanos() {
        return Math.max(0, endNanos - System.nanoTime());
    }

    /** What is left of it, or this where that is longer. */
    TimeLimit orAtLeast(Duration span) {
        return leftNanos() < span.toNanos() ? TimeLimit.of(span) : this;
    }

    /** @throws OutboundFailure of the kind given, when time runs out; when the thread is told to end, held back where nothing was sent */
    <T> T await(Future<T> result, OutboundFailure.Kind kind, String what) throws ExecutionException {
        try {
            return result.get(leftNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new OutboundFailure(kind, what + " took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboundFailure(
                    kind == NOT_SENT ? HELD_BACK : kind, what + " was cut off, because this server stops");
        }
    }
}
