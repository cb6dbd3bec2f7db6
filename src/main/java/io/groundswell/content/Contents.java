package io.groundswell.content;

import io.groundswell.database.Listing;
import io.groundswell.mission.Constraints;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;

@ApplicationScoped
class Contents implements PanacheRepositoryBase<Content, String> {
    private static final String OWNED = "organizationId = ?1 and mode = ?2 and id = ?3";
    private static final String DRAFTS =
            "organizationId = ?1 and mode = ?2 and missionId = ?3 and cycle = ?4 and status = ?5";

    private static final String ITS_TIME =
            "e.scheduling.scheduledOffsetSeconds is not null and e.scheduling.scheduledFor ";

    Optional<Content> find(Owner owner, String id) {
        return find(OWNED, owner.organizationId(), owner.mode(), id).firstResultOptional();
    }

    /** To be looked at, without copies to compare with. */
    List<Content> all(Owner owner, Collection<String> ids) {
        return find(
                        "organizationId = ?1 and mode = ?2 and id in ?3",
                        owner.organizationId(),
                        owner.mode(),
                        List.copyOf(ids))
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .list();
    }

    Content require(Owner owner, String id) {
        return find(owner, id).orElseThrow(() -> notFound(id));
    }

    /** Whoever changes an item holds its row first, so that of two changes the second sees the first. */
    Content requireForChange(Owner owner, String id) {
        return findForChange(owner, id).orElseThrow(() -> notFound(id));
    }

    Optional<Content> findForChange(Owner owner, String id) {
        return find(OWNED, owner.organizationId(), owner.mode(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private static Refusal notFound(String id) {
        return Refusal.of(ContentError.CONTENT_NOT_FOUND, "No such content: %s", id);
    }

    /** Those of the item's mission. Without loading either, so that they can still be held in time. */
    Constraints constraints(Owner owner, String id) {
        return one("m.constraints from Content e join Mission m on m.id = e.missionId", Constraints.class, owner, id);
    }

    /** Without loading the item, so that it can still be held in time. */
    String missionOf(Owner owner, String id) {
        return one("e.missionId from Content e", String.class, owner, id);
    }

    private <T> T one(String what, Class<T> type, Owner owner, String id) {
        return getEntityManager()
                .createQuery(
                        "select " + what + " where e.organizationId = :organization and e.mode = :mode and e.id = :id",
                        type)
                .setParameter("organization", owner.organizationId())
                .setParameter("mode", owner.mode())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    boolean exists(Owner owner, String id) {
        return count(OWNED, owner.organizationId(), owner.mode(), id) > 0;
    }

    List<Content> drafts(Owner owner, String missionId, int cycle) {
        return list(
                DRAFTS + " and words.fresh order by slot",
                owner.organizationId(),
                owner.mode(),
                missionId,
                cycle,
                ContentStatus.DRAFT);
    }

    int deleteDrafts(Owner owner, String missionId, int cycle) {
        return (int) delete(DRAFTS, owner.organizationId(), owner.mode(), missionId, cycle, ContentStatus.DRAFT);
    }

    /** Earliest first; the status is written out so that the index of scheduled items serves every plan. */
    Page<Content> queue(Owner owner, ContentFilter filter, Page.Request request, Long known) {
        return page(
                Listing.earliestFirst(Content.class, "scheduling.scheduledFor")
                        .within("e.organizationId = :value", owner.organizationId())
                        .and("e.status = SCHEDULED and e.mode = :value", owner.mode()),
                owner,
                filter,
                request,
                known);
    }

    /** @param known how many rows match, or null when they must be counted */
    Page<Content> page(Owner owner, ContentFilter filter, Page.Request request, Long known) {
        var listing = Listing.newestFirst(Content.class)
                .within("e.organizationId = :value", owner.organizationId())
                .and("e.status in :value", filter.statuses())
                .and("e.status <> :value", filter.statuses().isEmpty() ? ContentStatus.ARCHIVED : null);
        return page(listing, owner, filter, request, known);
    }

    private Page<Content> page(
            Listing<Content> listing, Owner owner, ContentFilter filter, Page.Request request, Long known) {
        listing.within("e.mode = :value", owner.mode())
                .and("e.missionId = :value", filter.missionId())
                .and("e.platform in :value", filter.platforms())
                .and("e.type in :value", filter.types())
                .and("e.createdAt >= :value", filter.createdAfter())
                .and("e.createdAt < :value", filter.createdBefore())
                .and(ITS_TIME + ">= :value", filter.scheduledAfter())
                .and(ITS_TIME + "< :value", filter.scheduledBefore());
        return known == null
                ? listing.page(getEntityManager(), request)
                : listing.page(getEntityManager(), request, known);
    }
}
