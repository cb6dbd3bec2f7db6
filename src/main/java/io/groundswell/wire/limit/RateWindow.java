package io.groundswell.wire.limit;

import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;

/** One caller's minute: how many requests it may hold (-1: any number), how many it holds, when it ends. */
public record RateWindow(long limit, long calls, Instant resetAt) {
    public boolean isExceeded() {
        return limit >= 0 && calls > limit;
    }

    /** On the response itself, so that errors carry it too. */
    void announce(HttpServerResponse response) {
        response.putHeader("X-RateLimit-Limit", Long.toString(limit));
        response.putHeader("X-RateLimit-Remaining", Long.toString(remaining()));
        response.putHeader("X-RateLimit-Reset", Long.toString(resetAt.getEpochSecond()));
    }

    /** -1 when unlimited. */
    public long remaining() {
        return limit < 0 ? -1 : Math.max(0, limit - calls);
    }
}
