package io.groundswell.account;

import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, Membership.Id> {
    private static final int MOST = 1_000;

    Optional<Membership> of(String organizationId, String userId) {
        return findByIdOptional(new Membership.Id(organizationId, userId));
    }

    Membership require(String organizationId, String userId) {
        return of(organizationId, userId)
                .orElseThrow(() -> Refusal.of(AccountError.MEMBER_NOT_FOUND, "No such member: %s", userId));
    }

    /** The organization a user joined first is the one a login leads to. */
    Optional<Membership> firstOf(String userId) {
        return find("id.userId = ?1 order by createdAt, id.organizationId", userId)
                .firstResultOptional();
    }

    /** There is always one, until the organization is being deleted. */
    Membership requireAdmin(String organizationId) {
        return find("id.organizationId = ?1 and role = ?2 order by createdAt, id.userId", organizationId, Role.ADMIN)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.of(AccountError.MEMBER_NOT_FOUND, "The organization has no administrator"));
    }

    List<Membership> in(String organizationId) {
        return find("id.organizationId = ?1 order by createdAt, id.userId", organizationId)
                .page(Page.ofSize(MOST))
                .list();
    }

    /** Which of the users are members. */
    Set<String> among(String organizationId, Collection<String> userIds) {
        return find("id.organizationId = ?1 and id.userId in ?2", organizationId, userIds).stream()
                .map(Membership::userId)
                .collect(Collectors.toSet());
    }

    long countIn(String organizationId) {
        return count("id.organizationId = ?1", organizationId);
    }

    long admins(String organizationId) {
        return count("id.organizationId = ?1 and role = ?2", organizationId, Role.ADMIN);
    }
}
