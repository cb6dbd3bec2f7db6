package io.groundswell.webhook;

import io.groundswell.text.Characters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * One try to deliver an event.
 *
 * @param status of the answer; null when there was none
 * @param error why there was none; null when there was one
 * @param response how the answer begins
 */
@RegisterForReflection
public record Attempt(Instant at, Integer status, long latencyMs, String error, String response) {
    private static final int EXCERPT = 500;
    private static final int SLOW_MS = 3_000;

    static Attempt answered(Instant at, int status, long latencyMs, String response) {
        return new Attempt(at, status, latencyMs, null, excerpt(response));
    }

    static Attempt failed(Instant at, long latencyMs, String error) {
        return new Attempt(at, null, latencyMs, excerpt(error), null);
    }

    /** By whole characters, and without the one that the database cannot store. */
    private static String excerpt(String text) {
        var storable = text.replace('\0', '\uFFFD');
        return Characters.count(storable) <= EXCERPT
                ? storable
                : storable.substring(0, storable.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    boolean isSuccess() {
        return status != null && status >= 200 && status < 300;
    }

    /** Whether it held a place among the deliveries at once for so long that others would feel more of them. */
    boolean isSlow() {
        return latencyMs > SLOW_MS;
    }
}
