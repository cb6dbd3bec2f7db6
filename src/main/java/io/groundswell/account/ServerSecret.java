package io.groundswell.account;

import io.groundswell.database.SharedSecrets;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;

/** The text that signs session tokens: configured, or made once and shared by all instances through the database. */
@ApplicationScoped
class ServerSecret {
    private static final int SHORTEST = 32;

    private final SharedSecrets shared;
    private final AccountConfig config;
    private volatile String text;

    ServerSecret(SharedSecrets shared, AccountConfig config) {
        this.shared = shared;
        this.config = config;
    }

    String text() {
        if (text == null) {
            text = config.jwt()
                    .secret()
                    .map(ServerSecret::longEnough)
                    .orElseGet(() -> shared.get("jwt", PublicId.random(48)));
        }
        return text;
    }

    private static String longEnough(String configured) {
        if (configured.length() < SHORTEST) {
            throw new IllegalStateException("groundswell.jwt.secret must have 32 characters or more");
        }
        return configured;
    }
}
