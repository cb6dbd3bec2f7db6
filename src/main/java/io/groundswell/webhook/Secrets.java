package io.groundswell.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.groundswell.shared.PublicId;
import io.groundswell.vault.SealedColumn;
import io.groundswell.vault.Vault;
import io.groundswell.vault.VaultFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;

/** Makes, seals and opens what signs deliveries. */
@ApplicationScoped
class Secrets {
    private final Vault vault;

    Secrets(Vault vault) {
        this.vault = vault;
    }

    @Produces
    @Singleton
    static SealedColumn current() {
        return SecretColumn.SECRET;
    }

    @Produces
    @Singleton
    static SealedColumn previous() {
        return SecretColumn.PREVIOUS_SECRET;
    }

    static String next() {
        return "whsec_" + PublicId.random(20);
    }

    SealedSecret seal(String secret, String webhookId) {
        return SealedSecret.of(secret, vault.seal(secret, SecretColumn.SECRET.purpose(webhookId)));
    }

    boolean is(Webhook webhook, String text) {
        return find(webhook.secret(), webhook.id())
                .filter(secret -> MessageDigest.isEqual(secret.getBytes(UTF_8), text.getBytes(UTF_8)))
                .isPresent();
    }

    /** A secret of the webhook, the current one or the one before. */
    String open(String sealed, String webhookId) {
        return vault.open(sealed, SecretColumn.SECRET.purpose(webhookId));
    }

    /** The same; empty when this server cannot read it. */
    Optional<String> find(String sealed, String webhookId) {
        try {
            return Optional.of(open(sealed, webhookId));
        } catch (VaultFailure lost) {
            return Optional.empty();
        }
    }
}
