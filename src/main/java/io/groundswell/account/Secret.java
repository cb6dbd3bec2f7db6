package io.groundswell.account;

import io.groundswell.shared.PublicId;
import io.groundswell.text.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The text of an API key, known only while it is made. */
public record Secret(String text) {
    private static final int SHOWN = 4;

    /** {@code amp_…} carries 36 base62 characters, {@code tga_} 64 hex digits, {@code aak_} 48. */
    static Secret next(KeyKind kind) {
        return switch (kind) {
            case AMP_LIVE, AMP_TEST, AMP_DEV -> new Secret(kind.prefix() + PublicId.random(36));
            case TGA -> new Secret(kind.prefix() + hex(32));
            case AAK -> new Secret(kind.prefix() + hex(24));
        };
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** SHA-256: the text is random, so a slow hash would protect nothing more. */
    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    /** What may be shown later: the kind and the first four random characters. */
    String prefix() {
        return text.substring(0, text.lastIndexOf('_') + 1 + SHOWN);
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
