package io.groundswell.account.envelope;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Organizations are known by a UUID here, which follows from their id. Nothing is ever looked up by it: the key says whose it is. */
public final class OrgIds {
    private OrgIds() {}

    public static UUID of(String organizationId) {
        return UUID.nameUUIDFromBytes(organizationId.getBytes(StandardCharsets.UTF_8));
    }
}
