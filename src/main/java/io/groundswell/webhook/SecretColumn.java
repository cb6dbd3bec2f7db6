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

    /** One for both: a secret that is replaced moves to its new place as it is sealed, also where the server lacks its key. */
    @Override
    public String purpose(String id) {
        return "webhook.secret:" + id;
    }
}
