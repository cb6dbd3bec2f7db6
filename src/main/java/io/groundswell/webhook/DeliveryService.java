package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The log of deliveries, and deliveries that somebody asks for. */
@ApplicationScoped
public class DeliveryService {
    private static final Sql TEST = Sql.file(DeliveryService.class, "test.sql");

    private final AgroalDataSource database;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Claims claims;
    private final Postman postman;
    private final EventText text;
    private final Clock clock;

    DeliveryService(
            AgroalDataSource database,
            Webhooks webhooks,
            Deliveries deliveries,
            Claims claims,
            Postman postman,
            EventText text,
            Clock clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.claims = claims;
        this.postman = postman;
        this.text = text;
        this.clock = clock;
    }

    /** Newest first; an empty set filters nothing. */
    @Transactional
    public Page<Delivery> list(Owner owner, String webhookId, Set<DeliveryStatus> statuses, Page.Request request) {
        webhooks.require(owner, webhookId);
        return deliveries.page(owner, webhookId, statuses, request);
    }

    /** The same event with the same body, due at once and with all its retries. */
    @Transactional
    public Delivery redeliver(Owner owner, String webhookId, String id) {
        var webhook = webhooks.require(owner, webhookId);
        var delivery = deliveries.requireForChange(owner, webhookId, id);
        if (webhook.status() != WebhookStatus.ACTIVE) {
            throw Refusal.of(WebhookError.WEBHOOK_DISABLED, "The webhook is off. Enable it first");
        }
        delivery.redeliver(clock.instant());
        return delivery;
    }

    /** Sends a test event at once and without retries, also to a disabled endpoint. */
    public Delivery test(Owner owner, String webhookId) {
        var claim = QuarkusTransaction.requiringNew().call(() -> begin(owner, webhookId));
        postman.deliver(claim);
        return QuarkusTransaction.requiringNew().call(() -> deliveries.require(owner, webhookId, claim.deliveryId()));
    }

    private Claim begin(Owner owner, String webhookId) {
        webhooks.require(owner, webhookId);
        var now = clock.instant();
        var event = new Event(PublicId.next("evt"), owner, EventTypes.TEST, webhookId, "{}", now);
        var delivery = PublicId.next(Delivery.ID_PREFIX);
        TEST.update(
                database,
                Map.of(
                        "event", event.id(),
                        "organization", owner.organizationId(),
                        "mode", owner.mode(),
                        "type", event.type(),
                        "webhook", webhookId,
                        "body", text.of(event),
                        "delivery", delivery,
                        "now", now));
        return claims.one(delivery);
    }
}
