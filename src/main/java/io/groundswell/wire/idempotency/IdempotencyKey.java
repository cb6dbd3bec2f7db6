package io.groundswell.wire.idempotency;

import io.groundswell.shared.Owner;
import java.util.Map;

/** A caller's key for one address; the same text at another address is another key. */
record IdempotencyKey(Owner owner, String method, String path, String text, String bodyHash) {
    Map<String, Object> values() {
        return Map.of(
                "organization", owner.organizationId(),
                "mode", owner.mode(),
                "method", method,
                "path", path,
                "key", text);
    }
}
