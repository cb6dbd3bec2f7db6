package io.groundswell.account.v1;

import io.groundswell.account.ApiKey;
import io.groundswell.wire.v1.V1;
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
                V1.time(key.expiresAt()),
                V1.time(key.lastUsedAt()),
                V1.time(key.createdAt()));
    }
}
