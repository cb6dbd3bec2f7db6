package io.groundswell.account;

import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
class ApiKeys implements PanacheRepositoryBase<ApiKey, String> {
    private static final List<KeyKind> MISSIONS = List.of(KeyKind.AMP_LIVE, KeyKind.AMP_TEST, KeyKind.AMP_DEV);

    /** Keys are managed by administrators, across both modes: a test key could not be revoked otherwise. */
    ApiKey requireForChange(Owner owner, String id) {
        return find("organizationId = ?1 and id = ?2 and kind in ?3", owner.organizationId(), id, MISSIONS)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.of(AccountError.API_KEY_NOT_FOUND, "No such API key: %s", id));
    }

    Page<ApiKey> page(Owner owner, Page.Request request) {
        return Listing.newestFirst(ApiKey.class)
                .and("e.organizationId = :value", owner.organizationId())
                .and("e.kind in :value", MISSIONS)
                .page(getEntityManager(), request);
    }
}
