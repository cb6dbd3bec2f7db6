package io.groundswell.account.envelope;

import io.groundswell.account.ApiKey;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/** A key without its secret. */
record KeyResponse(
        String id,
        String name,
        String keyPrefix,
        List<String> scopes,
        ApiKey.Status status,
        @Nullable String expiresAt,
        @Nullable String lastUsedAt,
        String createdAt) {
    static KeyResponse of(ApiKey key, Instant now) {
        return new KeyResponse(
                key.id(),
                key.name(),
                key.keyPrefix(),
                key.scopes(),
                key.status(now),
                Envelope.time(key.expiresAt()),
                Envelope.time(key.lastUsedAt()),
                Envelope.time(key.createdAt()));
    }
}
