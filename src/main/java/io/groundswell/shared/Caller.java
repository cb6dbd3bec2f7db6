package io.groundswell.shared;

import java.time.Instant;
import java.util.Set;

/**
 * Who makes a request and what the credential allows.
 *
 * @param userId the user the credential acts for
 * @param tokenId key id of an API key, {@code jti} of a token
 * @param expiresAt when the credential ends, null when it does not
 * @param requestsPerMinute -1 when unlimited
 * @param requestsAtOnce -1 when unlimited
 * @param requestsPerDay -1 when unlimited
 */
public record Caller(
        Owner owner,
        String userId,
        Credential credential,
        String tokenId,
        Instant expiresAt,
        Set<String> scopes,
        long requestsPerMinute,
        long requestsAtOnce,
        long requestsPerDay) {
    /** Among the scopes: whether the credential's user administers the organization. It is granted to nobody by name. */
    public static final String ADMINISTERS = "administers";

    public enum Credential {
        API_KEY,
        JWT
    }

    public boolean may(String scope) {
        return scopes.contains(scope) || scopes.contains("admin");
    }

    /** Whose requests are counted together. */
    public String rateSubject() {
        return owner.organizationId() + ":" + owner.mode();
    }
}
