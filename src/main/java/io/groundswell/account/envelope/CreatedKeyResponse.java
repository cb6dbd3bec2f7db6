package io.groundswell.account.envelope;

import io.groundswell.account.FreshKey;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.util.List;

/** A new key with its secret, shown this once. */
record CreatedKeyResponse(
        String id,
        String name,
        String key,
        String keyPrefix,
        List<String> scopes,
        @Nullable String expiresAt,
        String createdAt) {
    static CreatedKeyResponse of(FreshKey fresh) {
        var key = fresh.key();
        return new CreatedKeyResponse(
                key.id(),
                key.name(),
                fresh.secret().text(),
                key.keyPrefix(),
                key.scopes(),
                Envelope.time(key.expiresAt()),
                Envelope.time(key.createdAt()));
    }
}
