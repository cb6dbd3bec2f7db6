package io.groundswell.webhook.v1;

import io.groundswell.webhook.Webhook;
import io.groundswell.webhook.WebhookService;
import io.groundswell.webhook.WebhookStatus;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** The webhook object. The secret is whole in the answers that make one, and otherwise all but its end is hidden. */
record WebhookResponse(
        String id,
        String url,
        List<String> events,
        String secret,
        WebhookStatus status,
        int consecutiveFailures,
        @Nullable String previousSecretExpiresAt,
        String createdAt,
        String updatedAt) {
    private static final String HIDDEN = "*".repeat(16);

    static WebhookResponse of(Webhook webhook) {
        return of(webhook, HIDDEN + webhook.secretEnd());
    }

    static WebhookResponse of(WebhookService.WithSecret made) {
        return of(made.webhook(), made.secret());
    }

    private static WebhookResponse of(Webhook webhook, String secret) {
        return new WebhookResponse(
                webhook.id(),
                webhook.url(),
                webhook.events(),
                secret,
                webhook.status(),
                webhook.failures(),
                V1.time(webhook.previousUntil()),
                V1.time(webhook.createdAt()),
                V1.time(webhook.updatedAt()));
    }
}
