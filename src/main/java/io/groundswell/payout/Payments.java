package io.groundswell.payout;

import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class Payments implements PanacheRepositoryBase<Payment, UUID> {
    Payment require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Payment requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    private PanacheQuery<Payment> owned(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Payment found(PanacheQuery<Payment> query, UUID id) {
        return query.firstResultOptional()
                .orElseThrow(() -> Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such payment: %s", id));
    }

    /** @param creatorId of the only creator that is wanted, or null */
    Page<Payment> page(Owner owner, UUID creatorId, PaymentStatus status, int limit, Edge edge) {
        return Listing.newestFirst(Payment.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.creatorId = :value", creatorId)
                .and("e.status = :value", status)
                .page(getEntityManager(), limit, edge);
    }
}
