package io.groundswell.webhook.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.shared.Violation;
import io.groundswell.webhook.Webhook;
import io.groundswell.webhook.WebhookService;
import io.groundswell.webhook.WebhookStatus;
import io.groundswell.webhook.v1.WebhookResource.ChangeWebhookRequest;
import io.groundswell.wire.v1.FixedParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What an update cannot change. What moves by itself is left alone, for nobody can send it back in time. */
@ApplicationScoped
class FixedFields {
    private static final FixedParts FIXED = new FixedParts(Set.of());

    private final WebhookService webhooks;
    private final ObjectMapper json;

    FixedFields(WebhookService webhooks, ObjectMapper json) {
        this.webhooks = webhooks;
        this.json = json;
    }

    List<Violation> changed(ChangeWebhookRequest request, Webhook webhook) {
        var sent = json.createObjectNode();
        sent.setAll(request.fixed());
        if (isSecret(request.secret(), webhook)) {
            sent.remove("secret");
        }
        if (request.enabled() != null || mayHaveBecome(webhook.status(), request.status())) {
            sent.remove("status");
        }
        return FIXED.changed(sent, json.valueToTree(WebhookResponse.of(webhook)));
    }

    /** Whether a webhook is active or failing changes by itself, so that who sends back what was read may be late. */
    private boolean mayHaveBecome(WebhookStatus now, JsonNode sent) {
        return now != WebhookStatus.DISABLED
                && (json.valueToTree(WebhookStatus.ACTIVE).equals(sent)
                        || json.valueToTree(WebhookStatus.FAILING).equals(sent));
    }

    /** As the answers tell it that made the webhook or gave it another secret. */
    private boolean isSecret(JsonNode sent, Webhook webhook) {
        return sent != null && sent.isTextual() && webhooks.isSecret(webhook, sent.textValue());
    }
}
