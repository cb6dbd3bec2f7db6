package io.groundswell.shared;

import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

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
        return random(length, new SecureRandom());
    }

    /** For what must only differ, since whoever could guess it gains nothing. Every request can afford it. */
    public static String guessable(int length) {
        return random(length, ThreadLocalRandom.current());
    }

    private static String random(int length, Random generator) {
        return generator
                .ints(length, 0, BASE62.length())
                .collect(StringBuilder::new, (text, index) -> text.append(BASE62.charAt(index)), StringBuilder::append)
                .toString();
    }
}
