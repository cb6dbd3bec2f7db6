package io.groundswell.account;

import io.groundswell.database.SharedSecrets;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The text that signs session tokens: configured, or made once and shared by all instances through the database. */
@ApplicationScoped
class ServerSecret {
    private final SharedSecrets shared;
    private final AccountConfig config;
    private volatile String text;

    ServerSecret(SharedSecrets shared, AccountConfig config) {
        this.shared = shared;
        this.config = config;
    }

    String text() {
        if (text == null) {
            text = config.jwt().secret().orElseGet(() -> shared.get("jwt", PublicId.random(48)));
        }
        return text;
    }

    /** One that signed before, or will. */
    Optional<String> other() {
        return config.jwt().otherSecret();
    }
}
