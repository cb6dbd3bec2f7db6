package io.groundswell.content;

import io.groundswell.database.Listing;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class ReviewLinks implements PanacheRepositoryBase<ReviewLink, String> {

    /** Which item a link is for. Registered: Hibernate makes it from a query, which the native build cannot see. */
    @RegisterForReflection
    record Target(Owner owner, String contentId) {
        Target(String organizationId, Mode mode, String contentId) {
            this(new Owner(organizationId, mode), contentId);
        }
    }

    /** Found without loading the link: whoever changes one holds its item first, and then looks. */
    Target target(String token) {
        return getEntityManager()
                .createQuery(
                        "select organizationId, mode, contentId from ReviewLink where tokenHash = :hash", Target.class)
                .setParameter("hash", ReviewLink.hash(token))
                .getResultStream()
                .findFirst()
                .orElseThrow(ReviewLinks::notFound);
    }

    ReviewLink require(String token) {
        return find("tokenHash", ReviewLink.hash(token)).firstResultOptional().orElseThrow(ReviewLinks::notFound);
    }

    ReviewLink require(Owner owner, String contentId, String id) {
        return find(
                        "organizationId = ?1 and mode = ?2 and contentId = ?3 and id = ?4",
                        owner.organizationId(),
                        owner.mode(),
                        contentId,
                        id)
                .firstResultOptional()
                .orElseThrow(ReviewLinks::notFound);
    }

    private static Refusal notFound() {
        return Refusal.of(ContentError.REVIEW_LINK_NOT_FOUND, "No such review link");
    }

    long open(String contentId, Instant now) {
        return count("contentId = ?1 and usedAt is null and revokedAt is null and expiresAt > ?2", contentId, now);
    }

    Page<ReviewLink> page(Owner owner, String contentId, Page.Request request) {
        return Listing.newestFirst(ReviewLink.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .within("e.contentId = :value", contentId)
                .page(getEntityManager(), request);
    }
}
