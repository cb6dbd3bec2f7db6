package io.groundswell.generation;

import io.groundswell.shared.Owner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class BrandContexts implements PanacheRepositoryBase<BrandContext, String> {
    private static final String OWNED = "organizationId = ?1 and mode = ?2";

    Optional<BrandContext> of(Owner owner) {
        return find(OWNED, owner.organizationId(), owner.mode()).firstResultOptional();
    }

    Optional<BrandContext> forChange(Owner owner) {
        return find(OWNED, owner.organizationId(), owner.mode())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
