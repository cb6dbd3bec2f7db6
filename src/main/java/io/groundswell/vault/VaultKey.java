package io.groundswell.vault;

import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key and the name under which sealed texts refer to it. */
record VaultKey(String id, SecretKey key) {
    private static final int BYTES = 32;
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,32}");

    static VaultKey of(String id, String base64) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException(
                    "The id of a key in groundswell.vault.keys has 1 to 32 letters, digits, '-' or '_'");
        }
        return new VaultKey(id, new SecretKeySpec(bytes(id, base64), "AES"));
    }

    private static byte[] bytes(String id, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // The exception quotes what it could not read.
            throw new IllegalStateException("Key " + id + " of groundswell.vault.keys is not Base64");
        }
        throw new IllegalStateException("Key " + id + " of groundswell.vault.keys has not 32 bytes");
    }

    @Override
    public String toString() {
        return id;
    }
}
