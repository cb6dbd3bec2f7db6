package io.groundswell.source;

import io.groundswell.vault.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;

/** The credentials of sources follow a rotation of keys. */
@ApplicationScoped
class SealedSecrets implements SealedColumn {
    @Override
    public String table() {
        return "source";
    }

    @Override
    public String column() {
        return "secret";
    }
}
