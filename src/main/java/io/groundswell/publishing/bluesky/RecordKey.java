package io.groundswell.publishing.bluesky;

import io.groundswell.text.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * The key of a post's record: made from the post's reference alone, so that a repeat names the same record. It has the
 * form of a timestamp identifier, as keys of posts must: microseconds, here of some moment in a year long past, and ten
 * bits more.
 */
final class RecordKey {
    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int CLOCK_BITS = 10;
    private static final long FROM = Duration.between(Instant.EPOCH, Instant.parse("2023-01-01T00:00:00Z"))
                    .toSeconds()
            * 1_000_000;
    private static final long YEAR = Duration.ofDays(365).toSeconds() * 1_000_000;

    private RecordKey() {}

    static String of(String reference, int part) {
        var hash = ByteBuffer.wrap(Sha256.of(reference + ":" + part));
        var micros = FROM + Math.floorMod(hash.getLong(), YEAR);
        var rest = micros << CLOCK_BITS | hash.getShort() & (1 << CLOCK_BITS) - 1;
        var key = new char[LENGTH];
        for (var at = LENGTH - 1; at >= 0; at--) {
            key[at] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(key);
    }
}
