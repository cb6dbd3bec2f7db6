package io.groundswell.account.v1;

import io.groundswell.account.ApiKeyService;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** The successor of a key, with its secret, and when the old key ends. */
record RotatedKeyResponse(
        String oldKeyId,
        String newKeyId,
        String key,
        String keyPrefix,
        List<String> scopes,
        @Nullable String expiresAt,
        String oldKeyExpiresAt,
        String createdAt) {
    static RotatedKeyResponse of(ApiKeyService.Rotation rotation) {
        var fresh = rotation.fresh().key();
        return new RotatedKeyResponse(
                rotation.old().id(),
                fresh.id(),
                rotation.fresh().secret().text(),
                fresh.keyPrefix(),
                fresh.scopes(),
                V1.time(fresh.expiresAt()),
                V1.time(rotation.old().expiresAt()),
                V1.time(fresh.createdAt()));
    }
}
