package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class Annotations implements PanacheRepositoryBase<Annotation, String> {
    private static final int MOST = 10_000;
    private static final String OF_MISSIONS = "scope in (ORGANIZATION, MISSION, CONTENT)";
    private static final String OWNED = "organizationId = ?1 and mode = ?2 and id = ?3";

    private final AgroalDataSource database;

    Annotations(AgroalDataSource database) {
        this.database = database;
    }

    Annotation require(Owner owner, String id) {
        return find(OWNED + " and " + OF_MISSIONS, owner.organizationId(), owner.mode(), id)
                .firstResultOptional()
                .orElseThrow(() -> notFound(id));
    }

    /** @param scopes whose annotations these are; others are not there */
    Annotation requireForChange(Owner owner, Set<Scope> scopes, String id) {
        return find(OWNED + " and scope in ?4", owner.organizationId(), owner.mode(), id, scopes)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> notFound(id));
    }

    static Refusal notFound(String id) {
        return Refusal.of(AnnotationError.ANNOTATION_NOT_FOUND, "No such annotation: %s", id);
    }

    /**
     * Refuses one more than people may write in these scopes. Counted one after the other, so that two at once do not both
     * find the last free place.
     */
    void requireRoom(Owner owner, Set<Scope> scopes) {
        Alone.with(database, "annotations " + owner);
        var written = count(
                "organizationId = ?1 and mode = ?2 and kind = USER and scope in ?3",
                owner.organizationId(),
                owner.mode(),
                scopes);
        if (written >= MOST) {
            throw Refusal.of(
                    AnnotationError.TOO_MANY_ANNOTATIONS,
                    "There are at most %d annotations that people wrote. Delete one first",
                    MOST);
        }
    }

    /** @param missionId of the mission that the filter names, or that the item it names is part of */
    Page<Annotation> page(Owner owner, AnnotationFilter filter, String missionId, Page.Request request) {
        var listing = Listing.newestFirst(Annotation.class, "at")
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value and e." + OF_MISSIONS, owner.mode())
                .and("e.scope in :value", filter.scopes())
                .and("e.kind in :value", filter.kinds())
                .and("e.at >= :value", filter.from())
                .and("e.at < :value", filter.to());
        if (missionId != null && filter.contentId() == null && filter.has(Scope.CONTENT)) {
            // A mission's content: the mission is what they all have.
            var inherited = filter.has(Scope.ORGANIZATION) ? " or e.scope = ORGANIZATION" : "";
            listing.and("(e.missionId = :value" + inherited + ")", missionId);
        } else if (missionId != null || filter.scopes().equals(Set.of(Scope.ORGANIZATION))) {
            listing.and("e.entityId in :value", entities(owner, filter, missionId));
        }
        return listing.page(getEntityManager(), request);
    }

    private static List<String> entities(Owner owner, AnnotationFilter filter, String missionId) {
        var ids = new ArrayList<String>();
        if (filter.has(Scope.ORGANIZATION)) {
            ids.add(owner.organizationId());
        }
        if (filter.has(Scope.MISSION)) {
            ids.add(missionId);
        }
        if (filter.has(Scope.CONTENT)) {
            ids.add(filter.contentId());
        }
        return ids;
    }
}
