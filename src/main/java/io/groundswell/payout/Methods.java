package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
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
class Methods implements PanacheRepositoryBase<Method, UUID> {
    private final AgroalDataSource database;

    Methods(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of methods is compared by one transaction at a time. */
    void beAlone(Owner owner) {
        Alone.with(database, "payout methods " + owner);
    }

    Method require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Method requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    Method requireToStay(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_READ), id);
    }

    private PanacheQuery<Method> owned(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Method found(PanacheQuery<Method> query, UUID id) {
        return query.firstResultOptional()
                .orElseThrow(() -> Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such payout method: %s", id));
    }

    long count(Owner owner) {
        return count("organizationId = ?1 and mode = ?2", owner.organizationId(), owner.mode());
    }

    Page<Method> page(Owner owner, boolean alsoDisabled, int limit, Edge edge) {
        return Listing.newestFirst(Method.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.isActive = :value", alsoDisabled ? null : true)
                .page(getEntityManager(), limit, edge);
    }
}
