package io.groundswell.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets that must be read again: AES-256 in GCM. A sealed text is {@code v1.}, the id of its key, a dot, and nonce
 * and cipher text in Base64; it opens for the purpose it was sealed for only, so it is of no use in another row or column.
 */
@ApplicationScoped
public class Vault {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String FORM = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    /** @param purpose where the text belongs, such as {@code webhook.secret:whk_…} */
    public String seal(String plain, String purpose) {
        var key = keys.current();
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose);
            var hidden = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var text = ByteBuffer.allocate(nonce.length + hidden.length)
                    .put(nonce)
                    .put(hidden)
                    .array();
            return prefix(key) + Base64.getUrlEncoder().withoutPadding().encodeToString(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    /** @throws VaultFailure when it was not sealed with a key at hand, not for this purpose, or changed since */
    public String open(String sealed, String purpose) {
        var parts = sealed.split("\\.", 3);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new VaultFailure("This is not a sealed text", null);
        }
        var key = keys.named(parts[1]);
        if (key == null) {
            throw new VaultFailure("Sealed with the key " + parts[1] + ", which groundswell.vault.keys lacks", null);
        }
        try {
            var text = Base64.getUrlDecoder().decode(parts[2]);
            var nonce = ByteBuffer.wrap(text).slice(0, NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, bytes(nonce), purpose);
            var plain = cipher.doFinal(text, NONCE_BYTES, text.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new VaultFailure(
                    "What the key " + key.id() + " sealed was changed, or is another key's or purpose's", e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, VaultKey key, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** How all that begins which the key of today seals. */
    String currentPrefix() {
        return prefix(keys.current());
    }

    private static String prefix(VaultKey key) {
        return FORM + "." + key.id() + ".";
    }
}
