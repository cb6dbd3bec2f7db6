package io.groundswell.vault;

import io.quarkus.runtime.configuration.TrimmedStringConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.List;
import java.util.Optional;

/** Encryption of stored secrets that must be read again, such as those of webhooks. */
@ConfigMapping(prefix = "groundswell.vault")
public interface VaultConfig {
    /**
     * Encryption keys, separated by commas, each {@code id:} and 32 bytes in Base64, or {@code shared}, which is a random
     * key that is kept in the database. The first one encrypts; all of them decrypt. Default: {@code shared}.
     */
    Optional<List<@WithConverter(TrimmedStringConverter.class) String>> keys();
}
