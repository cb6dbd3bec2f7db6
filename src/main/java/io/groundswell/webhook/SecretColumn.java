package io.groundswell.webhook;

import io.groundswell.vault.SealedColumn;
import java.util.Locale;

/** Where webhooks keep secrets. */
enum SecretColumn implements SealedColumn {
    SECRET,
    PREVIOUS_SECRET;

    @Override
    public String table() {
        return "webhook";
    }

    @Override
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
