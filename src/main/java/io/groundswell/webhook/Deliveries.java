package io.groundswell.webhook;

import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Set;

@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, String> {
    private static final String ONE = "organizationId = ?1 and mode = ?2 and webhookId = ?3 and id = ?4";

    Delivery require(Owner owner, String webhookId, String id) {
        return find(ONE, owner.organizationId(), owner.mode(), webhookId, id)
                .firstResultOptional()
                .orElseThrow(() -> notFound(id));
    }

    Delivery requireForChange(Owner owner, String webhookId, String id) {
        return find(ONE, owner.organizationId(), owner.mode(), webhookId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(String id) {
        return Refusal.of(WebhookError.DELIVERY_NOT_FOUND, "No such delivery: %s", id);
    }

    Page<Delivery> page(Owner owner, String webhookId, Set<DeliveryStatus> statuses, Page.Request request) {
        return Listing.newestFirst(Delivery.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .within("e.webhookId = :value", webhookId)
                .and("e.status in :value", statuses)
                .page(getEntityManager(), request, total(webhookId, statuses));
    }

    /** Whose the webhook is has been checked, and that alone is in the index: other columns would have every row visited. */
    private long total(String webhookId, Set<DeliveryStatus> statuses) {
        return statuses.isEmpty()
                ? count("webhookId", webhookId)
                : count("webhookId = ?1 and status in ?2", webhookId, statuses);
    }
}
