package io.groundswell.account;

import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AuditEntries implements PanacheRepositoryBase<AuditEntry, String> {
    Page<AuditEntry> page(Owner owner, AuditFilter filter, Page.Request request) {
        return Listing.newestFirst(AuditEntry.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.action in :value", filter.actions())
                .and("e.userId = :value", filter.userId())
                .and("e.subject = :value", filter.subject())
                .and("e.createdAt >= :value", filter.after())
                .and("e.createdAt < :value", filter.before())
                .page(getEntityManager(), request);
    }
}
