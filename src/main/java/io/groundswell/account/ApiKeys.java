package io.groundswell.account;

import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ApiKeys implements PanacheRepositoryBase<ApiKey, String> {
    private static final List<KeyKind> MISSIONS = List.of(KeyKind.AMP_LIVE, KeyKind.AMP_TEST, KeyKind.AMP_DEV);

    /** Live callers manage the keys of both modes, for sessions are always live; a test key sees only its own. */
    private static List<Mode> modes(Owner owner) {
        return owner.mode() == Mode.LIVE ? List.of(Mode.LIVE, Mode.TEST) : List.of(Mode.TEST);
    }

    ApiKey requireForChange(Owner owner, String id) {
        return find(
                        "organizationId = ?1 and id = ?2 and kind in ?3 and mode in ?4",
                        owner.organizationId(),
                        id,
                        MISSIONS,
                        modes(owner))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.of(AccountError.API_KEY_NOT_FOUND, "No such API key: %s", id));
    }

    /** A key of the creators contract. */
    ApiKey requireOfCreatorsForChange(Owner owner, UUID id) {
        return find("organizationId = ?1 and id = ?2 and kind = ?3", owner.organizationId(), id.toString(), KeyKind.TGA)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.of(AccountError.API_KEY_NOT_FOUND, "No such API key: %s", id));
    }

    long activeOfCreators(Owner owner, Instant now) {
        return count(
                "organizationId = ?1 and kind = ?2 and revokedAt is null and (expiresAt is null or expiresAt > ?3)",
                owner.organizationId(),
                KeyKind.TGA,
                now);
    }

    List<ApiKey> activeForChange(Owner owner, KeyKind kind, Instant now) {
        return find(
                        "organizationId = ?1 and kind = ?2 and revokedAt is null and (expiresAt is null or expiresAt > ?3) order by id",
                        owner.organizationId(),
                        kind,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Page<ApiKey> pageOfCreators(Owner owner, int limit, Edge edge) {
        return Listing.newestFirst(ApiKey.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.kind = :value", KeyKind.TGA)
                .page(
                        getEntityManager(),
                        limit,
                        edge == null ? null : edge.at(),
                        edge == null ? null : edge.id().toString());
    }

    /** The key that the caller shows, of any kind. */
    ApiKey shownForChange(Caller caller) {
        return find("organizationId = ?1 and id = ?2", caller.owner().organizationId(), caller.tokenId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.of(AccountError.API_KEY_NOT_FOUND, "No such API key: %s", caller.tokenId()));
    }

    Page<ApiKey> page(Owner owner, Page.Request request) {
        return Listing.newestFirst(ApiKey.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.kind in :value", MISSIONS)
                .within("e.mode in :value", modes(owner))
                .page(getEntityManager(), request);
    }
}
