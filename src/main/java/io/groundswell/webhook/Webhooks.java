package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, String> {
    private static final String THEIRS = "organizationId = ?1 and mode = ?2 and status <> DELETED";
    private static final String ONE = THEIRS + " and id = ?3";

    private final AgroalDataSource database;

    Webhooks(AgroalDataSource database) {
        this.database = database;
    }

    Optional<Webhook> find(Owner owner, String id) {
        return find(ONE, owner.organizationId(), owner.mode(), id).firstResultOptional();
    }

    Webhook require(Owner owner, String id) {
        return find(owner, id).orElseThrow(() -> notFound(id));
    }

    Webhook requireForChange(Owner owner, String id) {
        return find(ONE, owner.organizationId(), owner.mode(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(String id) {
        return Refusal.of(WebhookError.WEBHOOK_NOT_FOUND, "No such webhook: %s", id);
    }

    /** Counted one after the other, so that two at once do not both find the last free place. */
    long countForOneMore(Owner owner) {
        Alone.with(database, "webhooks " + owner);
        return count(THEIRS, owner.organizationId(), owner.mode());
    }

    Page<Webhook> page(Owner owner, Page.Request request) {
        return Listing.newestFirst(Webhook.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .within("e.status <> :value", WebhookStatus.DELETED)
                .page(getEntityManager(), request);
    }
}
