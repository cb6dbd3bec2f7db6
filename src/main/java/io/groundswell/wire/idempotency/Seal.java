package io.groundswell.wire.idempotency;

import io.groundswell.shared.Refusal;
import io.groundswell.wire.HeaderNames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps an answer that holds a secret so that only its own caller can read it again: AES-256-GCM under a key made of the
 * caller's credential and the idempotency key. The database knows the credential by its hash alone, so whoever reads the
 * database reads no answer.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] address;

    Seal(String credential, IdempotencyKey key) {
        this.key = new SecretKeySpec(derive(credential, "groundswell sealed answer\n" + key.text()), "AES");
        this.address = (key.owner() + " " + key.method() + " " + key.path()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] derive(String credential, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credential.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }

    String close(String answer) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(answer.getBytes(StandardCharsets.UTF_8));
            var kept =
                    ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return Base64.getEncoder().encodeToString(kept.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** Refused when another credential, or another key, closed it. */
    String open(String kept) {
        var bytes = Base64.getDecoder().decode(kept);
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            var answer = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(answer, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw Refusal.on(
                    IdempotencyKeys.KeyError.IDEMPOTENT_ANSWER_SEALED,
                    HeaderNames.IDEMPOTENCY_KEY,
                    "The answer to this key holds a secret and is repeated only to the credential of the first call");
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(address);
        return cipher;
    }
}
