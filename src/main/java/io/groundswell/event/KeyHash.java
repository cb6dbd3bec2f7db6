package io.groundswell.event;

import io.groundswell.text.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Short stand-ins for ids of any length. SHA-256, so that nobody can make two ids that have the same one. */
public final class KeyHash {
    private KeyHash() {}

    /** For counting; null for null. Of ten million ids, two have the same one with a chance of one in 370,000. */
    public static Long number(String id) {
        return id == null ? null : digest(id).getLong();
    }

    public static UUID uuid(String id) {
        var digest = digest(id);
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static ByteBuffer digest(String id) {
        return ByteBuffer.wrap(Sha256.of(id));
    }
}
