package io.groundswell.webhook.v1;

import io.groundswell.shared.Owner;
import io.groundswell.webhook.Webhook;
import io.groundswell.webhook.WebhookService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A test event is about the webhook itself. */
@ApplicationScoped
class WebhookSubject implements EventSubject {
    private final WebhookService webhooks;

    WebhookSubject(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public String prefix() {
        return Webhook.ID_PREFIX;
    }

    @Override
    public Optional<Object> find(Owner owner, String id) {
        return webhooks.find(owner, id).map(WebhookResponse::of);
    }
}
