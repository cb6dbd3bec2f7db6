package io.groundswell.account.envelope;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Users are known by a UUID here, which follows from their id, as {@link OrgIds} does. Nothing is ever looked up by it. */
public final class UserIds {
    private UserIds() {}

    public static UUID of(String userId) {
        return UUID.nameUUIDFromBytes(userId.getBytes(StandardCharsets.UTF_8));
    }
}
