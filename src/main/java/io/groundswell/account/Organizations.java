package io.groundswell.account;

import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class Organizations implements PanacheRepositoryBase<Organization, String> {
    Organization require(String id) {
        return findByIdOptional(id).orElseThrow(() -> notFound(id));
    }

    Organization requireForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> notFound(id));
    }

    Optional<Organization> ofExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    boolean hasSlug(String slug) {
        return count("slug", slug) > 0;
    }

    private static Refusal notFound(String id) {
        return Refusal.of(AccountError.ORGANIZATION_NOT_FOUND, "No such organization: %s", id);
    }
}
