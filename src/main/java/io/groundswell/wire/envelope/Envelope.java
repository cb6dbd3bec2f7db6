package io.groundswell.wire.envelope;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One thing, as the creators contract answers it. */
@RegisterForReflection
public record Envelope<T>(T data, Nothing error, Nothing meta) {
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(data, null, null);
    }

    /** ISO 8601 in UTC, to the second; null stays null. */
    public static String time(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
