package io.groundswell.alert;

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
class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    Alert require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Alert requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    private PanacheQuery<Alert> owned(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Alert found(PanacheQuery<Alert> query, UUID id) {
        return query.firstResultOptional()
                .orElseThrow(() -> Refusal.of(AlertError.ALERT_NOT_FOUND, "No such alert: %s", id));
    }

    Page<Alert> page(Owner owner, AlertFilter filter, int limit, Edge edge) {
        return Listing.newestFirst(Alert.class, "raisedAt")
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.programId = :value", filter.programId())
                .and("e.kind = :value", filter.kind())
                .and("e.status = :value", filter.status())
                .page(getEntityManager(), limit, edge);
    }
}
