package io.groundswell.account;

import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import java.util.Optional;

@ApplicationScoped
class Organizations implements PanacheRepositoryBase<Organization, String> {
    Organization require(String id) {
        return findByIdOptional(id).orElseThrow(() -> notFound(id));
    }

    /** As it is once nobody else can change it, also where this transaction read it before somebody else did. */
    Organization requireForChange(String id) {
        var organization = require(id);
        // Reading it anew would undo what is not written yet.
        flush();
        try {
            getEntityManager().refresh(organization, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException gone) {
            throw notFound(id);
        }
        return organization;
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
