package io.groundswell.webhook;

import io.groundswell.account.AuditTrail;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps the endpoints of organizations. */
@ApplicationScoped
public class WebhookService {
    private static final int MOST = 20;

    private final Webhooks webhooks;
    private final Secrets secrets;
    private final WaitingForKey waiting;
    private final AuditTrail audit;
    private final Clock clock;

    WebhookService(Webhooks webhooks, Secrets secrets, WaitingForKey waiting, AuditTrail audit, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.waiting = waiting;
        this.audit = audit;
        this.clock = clock;
    }

    /** A webhook and its secret, which cannot be read again. */
    public record WithSecret(Webhook webhook, String secret) {
        @Override
        public String toString() {
            return webhook.id();
        }
    }

    /**
     * @param target an address that {@link WebhookTargets} let pass
     * @param secret null to have one made
     */
    @Transactional
    public WithSecret create(Caller caller, String target, List<String> events, String secret, boolean enabled) {
        var owner = caller.owner();
        var wanted = EventTypes.require(events);
        if (webhooks.countForOneMore(owner) >= MOST) {
            throw Refusal.of(WebhookError.TOO_MANY_WEBHOOKS, "There are at most %d webhooks. Delete one first", MOST);
        }
        var id = PublicId.next(Webhook.ID_PREFIX);
        var text = secret == null ? Secrets.next() : secret;
        var now = clock.instant();
        var webhook = new Webhook(id, owner, caller.userId(), secrets.seal(text, id), now);
        webhook.change(target, wanted, enabled, now);
        webhooks.persist(webhook);
        audit.record(owner, caller.userId(), "webhook.created", id);
        return new WithSecret(webhook, text);
    }

    @Transactional
    public Webhook get(Owner owner, String id) {
        return webhooks.require(owner, id);
    }

    @Transactional
    public Optional<Webhook> find(Owner owner, String id) {
        return webhooks.find(owner, id);
    }

    /** Newest first. */
    @Transactional
    public Page<Webhook> list(Owner owner, Page.Request request) {
        return webhooks.page(owner, request);
    }

    /** A null leaves the field as it is. */
    @Transactional
    public Webhook change(Caller caller, String id, String target, List<String> events, Boolean enabled) {
        var wanted = events == null ? null : EventTypes.require(events);
        var webhook = webhooks.requireForChange(caller.owner(), id);
        webhook.change(target, wanted, enabled, clock.instant());
        audit.record(caller.owner(), caller.userId(), "webhook.changed", id);
        return webhook;
    }

    /** Whether this is the secret that the webhook has now; false when that one does not open any more. */
    public boolean isSecret(Webhook webhook, String text) {
        return secrets.is(webhook, text);
    }

    /** @param secret null to have one made */
    @Transactional
    public WithSecret rotate(Caller caller, String id, String secret) {
        var webhook = webhooks.requireForChange(caller.owner(), id);
        var text = secret == null ? Secrets.next() : secret;
        webhook.rotate(secrets.seal(text, id), clock.instant());
        waiting.send(id);
        audit.record(caller.owner(), caller.userId(), "webhook.secret_rotated", id);
        return new WithSecret(webhook, text);
    }

    @Transactional
    public void delete(Caller caller, String id) {
        webhooks.requireForChange(caller.owner(), id).delete(clock.instant());
        audit.record(caller.owner(), caller.userId(), "webhook.deleted", id);
    }
}
