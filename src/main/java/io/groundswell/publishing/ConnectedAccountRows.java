package io.groundswell.publishing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ConnectedAccountRows implements PanacheRepositoryBase<ConnectedAccount, String> {
    private static final String ONE = "organizationId = ?1 and provider = ?2";

    Optional<ConnectedAccount> of(String organizationId, Provider provider) {
        return find(ONE, organizationId, provider).firstResultOptional();
    }

    Optional<ConnectedAccount> forChange(String organizationId, Provider provider) {
        return find(ONE, organizationId, provider)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** One for each provider at most. */
    List<ConnectedAccount> of(String organizationId) {
        return list("organizationId", organizationId);
    }
}
