package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Payments implements PanacheRepositoryBase<Payment, UUID> {
    private static final Sql CREATOR_OF = Sql.text("""
            select creator_id from payout_payment where organization_id = :organization and mode = :mode and id = :id""");

    private final AgroalDataSource database;

    Payments(AgroalDataSource database) {
        this.database = database;
    }

    Payment require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Payment requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    /**
     * Whose it is, unless nobody knows any more. It is not loaded, because what is loaded before it is locked would stay as it was
     * then.
     */
    Optional<UUID> creatorOf(Owner owner, UUID id) {
        var values = Sql.owned(owner);
        values.put("id", id);
        return CREATOR_OF
                .first(database, values, row -> Optional.ofNullable(row.getObject("creator_id", UUID.class)))
                .orElseThrow(() -> notFound(id));
    }

    private PanacheQuery<Payment> owned(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Payment found(PanacheQuery<Payment> query, UUID id) {
        return query.firstResultOptional().orElseThrow(() -> notFound(id));
    }

    private static Refusal notFound(UUID id) {
        return Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such payment: %s", id);
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
