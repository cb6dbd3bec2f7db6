package io.groundswell.vault;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What seals secrets that must be read again, such as those of webhooks. */
@ConfigMapping(prefix = "groundswell.vault")
public interface VaultConfig {
    /**
     * Keys, each as {@code id:} and 32 bytes in Base64. The first one seals; all of them open. Default: one key, random,
     * kept in the database.
     */
    Optional<List<String>> keys();
}
