package io.groundswell.publishing;

import io.groundswell.vault.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;

/** The tokens of connected accounts follow a rotation of keys. */
@ApplicationScoped
class SealedTokens implements SealedColumn {
    @Override
    public String table() {
        return "connected_account";
    }

    @Override
    public String column() {
        return "token";
    }
}
