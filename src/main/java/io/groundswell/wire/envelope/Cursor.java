package io.groundswell.wire.envelope;

import io.groundswell.database.Edge;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** A place in a list, as callers hand it back: the moment in microseconds, which is what the database keeps, and the id. */
final class Cursor {
    private static final int BYTES = 24;
    private static final long LATEST = micros(Instant.parse("9999-12-31T00:00:00Z"));

    private Cursor() {}

    static String write(Edge edge) {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(micros(edge.at()))
                .putLong(edge.id().getMostSignificantBits())
                .putLong(edge.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** By way of the seconds: nanoseconds have no room for more than 292 years. */
    private static long micros(Instant at) {
        return Math.multiplyExact(at.getEpochSecond(), 1_000_000L) + at.getNano() / 1_000;
    }

    /** Null when it is none of ours. */
    static Edge read(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return null;
            }
            var micros = bytes.getLong();
            return micros < 0 || micros > LATEST
                    ? null
                    : new Edge(
                            Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
