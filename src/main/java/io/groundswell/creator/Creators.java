package io.groundswell.creator;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class Creators implements PanacheRepositoryBase<Creator, UUID> {
    private static final String OWNED = "organizationId = ?1 and mode = ?2 and removedAt is null";

    private static final Sql IDS = Sql.text("""
            select c.id::text as id, lower(c.handle) as key from creator c
            where c.organization_id = :organization and c.mode = :mode and c.program_id = cast(:program as uuid)
              and lower(c.handle) = any (cast(:keys as text[])) and c.removed_at is null""");

    private final AgroalDataSource database;

    Creators(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of creators, and who has which handle, is looked at by one transaction at a time. */
    void beAlone(Owner owner) {
        Alone.with(database, "creators " + owner);
    }

    long count(Owner owner) {
        return count(OWNED, owner.organizationId(), owner.mode());
    }

    Creator require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Creator requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    /** It neither goes nor is removed until the transaction at hand ends. */
    Creator requireToStay(Owner owner, UUID programId, UUID id) {
        return found(
                find(OWNED + " and id = ?3 and programId = ?4", owner.organizationId(), owner.mode(), id, programId)
                        .withLock(LockModeType.PESSIMISTIC_READ),
                id);
    }

    /** Also one that was removed. */
    Creator requireKnown(Owner owner, UUID id) {
        return found(known(owner, id), id);
    }

    Creator requireKnownToStay(Owner owner, UUID id) {
        return found(known(owner, id).withLock(LockModeType.PESSIMISTIC_READ), id);
    }

    private PanacheQuery<Creator> known(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private PanacheQuery<Creator> owned(Owner owner, UUID id) {
        return find(OWNED + " and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Creator found(PanacheQuery<Creator> query, UUID id) {
        return query.firstResultOptional().orElseThrow(() -> notFound(id));
    }

    static Refusal notFound(UUID id) {
        return Refusal.of(CreatorError.CREATOR_NOT_FOUND, "No such creator: %s", id);
    }

    /** All of them, in the order of the ids, or none. They are held in one order by everybody. */
    List<Creator> requireAllForChange(UUID programId, List<UUID> ids) {
        var found = new HashMap<UUID, Creator>();
        find("programId = ?1 and id in ?2 and removedAt is null order by id", programId, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .forEach(creator -> found.put(creator.id(), creator));
        return ids.stream()
                .map(id -> {
                    if (!found.containsKey(id)) {
                        throw notFound(id);
                    }
                    return found.get(id);
                })
                .toList();
    }

    /** Those that have one of the handles. */
    List<Creator> named(UUID programId, Collection<String> keys) {
        return list("programId = ?1 and lower(handle) in ?2 and removedAt is null order by id", programId, keys);
    }

    Map<String, UUID> ids(Owner owner, UUID programId, List<String> keys) {
        var values = Sql.owned(owner);
        values.put("program", programId.toString());
        values.put("keys", keys);
        var ids = new HashMap<String, UUID>();
        IDS.list(database, values, row -> ids.put(row.getString("key"), UUID.fromString(row.getString("id"))));
        return ids;
    }

    /** By the keys of their handles, the ones that had them last. */
    Map<String, Creator> removed(UUID programId, Collection<String> keys) {
        var removed = new HashMap<String, Creator>();
        find("programId = ?1 and lower(handle) in ?2 and removedAt is not null order by removedAt, id", programId, keys)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .forEach(creator -> removed.put(Handle.key(creator.handle()), creator));
        return removed;
    }

    /**
     * @param programId null for all programmes
     * @param search a part of the handle, null for any
     */
    Page<Creator> page(Owner owner, UUID programId, String search, int limit, Edge edge) {
        return Listing.newestFirst(Creator.class)
                .within("e.removedAt is null and e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.programId = :value", programId)
                .and("locate(:value, lower(e.handle)) > 0", search)
                .page(getEntityManager(), limit, edge);
    }
}
