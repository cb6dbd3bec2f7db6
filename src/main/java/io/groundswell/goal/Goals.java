package io.groundswell.goal;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Goals implements PanacheRepositoryBase<Goal, UUID> {
    /** Those of a creator who was removed are there for nobody. */
    private static final String OWNED = "from Goal g where g.organizationId = ?1 and g.mode = ?2 and g.id = ?3"
            + " and exists (select 1 from Creator c where c.id = g.creatorId and c.removedAt is null)";

    private final AgroalDataSource database;

    Goals(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of a creator's goals is compared by one transaction at a time. */
    void beAlone(UUID creatorId) {
        Alone.with(database, "goals " + creatorId);
    }

    long countOf(UUID creatorId) {
        return count("creatorId", creatorId);
    }

    Goal requireForChange(Owner owner, UUID id) {
        return find(OWNED, owner.organizationId(), owner.mode(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.of(GoalError.GOAL_NOT_FOUND, "No such goal: %s", id));
    }

    /**
     * The newest of each creator first.
     *
     * @param period of the only ones that are wanted, or null
     */
    List<Goal> of(Collection<UUID> creators, GoalPeriod period) {
        var order = " order by createdAt desc, id desc";
        return period == null
                ? list("creatorId in ?1" + order, creators)
                : list("creatorId in ?1 and period = ?2" + order, creators, period);
    }

    Page<Goal> page(UUID creatorId, int limit, Edge edge) {
        return Listing.newestFirst(Goal.class)
                .within("e.creatorId = :value", creatorId)
                .page(getEntityManager(), limit, edge);
    }
}
