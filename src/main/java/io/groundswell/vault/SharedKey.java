package io.groundswell.vault;

import io.groundswell.database.SharedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of servers that were given none. */
@ApplicationScoped
class SharedKey {
    static final String ID = "shared";
    private static final int BYTES = 32;

    private final SharedSecrets secrets;

    SharedKey(SharedSecrets secrets) {
        this.secrets = secrets;
    }

    VaultKey get() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return VaultKey.of(ID, secrets.get("vault", Base64.getEncoder().encodeToString(bytes)));
    }
}
