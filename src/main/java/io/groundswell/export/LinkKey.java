package io.groundswell.export;

import io.groundswell.database.SharedSecrets;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs addresses with a key that all instances share: HMAC with SHA-256. */
@ApplicationScoped
class LinkKey {
    private static final String ALGORITHM = "HmacSHA256";

    /** Of 62 letters and digits, which is 256 bits. */
    private static final int LENGTH = 43;

    private final SharedSecrets secrets;
    private volatile SecretKeySpec fetched;

    LinkKey(SharedSecrets secrets) {
        this.secrets = secrets;
    }

    String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            var sum = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }

    private SecretKeySpec key() {
        if (fetched == null) {
            var secret = secrets.get("export_links", PublicId.random(LENGTH));
            fetched = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        }
        return fetched;
    }
}
