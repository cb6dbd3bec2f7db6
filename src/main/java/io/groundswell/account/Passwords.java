package io.groundswell.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;

/** Passwords as bcrypt keeps them. */
final class Passwords {
    /** bcrypt reads no further. */
    static final int MAX_BYTES = 72;

    private static final int COST = 10;
    private static final String OF_NOBODY = "$2a$10$7EqJtq98hPqEX7fNZaFWoOHi6pX3VnGqTVYbJTS9zzYh6nQMTgUHy";

    private Passwords() {}

    static String hash(String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("A password has at most " + MAX_BYTES + " bytes");
        }
        return BcryptUtil.bcryptHash(password, COST);
    }

    /** Takes the same time whether or not there is a hash, so that it does not tell who exists. */
    static boolean matches(String password, String hash) {
        var same = BcryptUtil.matches(password, hash == null ? OF_NOBODY : hash);
        return same && hash != null;
    }
}
