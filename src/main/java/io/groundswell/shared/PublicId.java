package io.groundswell.shared;

import java.security.SecureRandom;

/** The ids and secrets we hand out: a prefix that tells the kind, then random base62 characters. */
public final class PublicId {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private PublicId() {}

    /** {@code prefix_} and 16 random characters, about 95 bits. */
    public static String next(String prefix) {
        return prefix + "_" + random(16);
    }

    public static String random(int length) {
        // Made per call: a generator kept in a static field would be seeded into a native image at build time.
        return new SecureRandom()
                .ints(length, 0, BASE62.length())
                .collect(StringBuilder::new, (text, index) -> text.append(BASE62.charAt(index)), StringBuilder::append)
                .toString();
    }
}
