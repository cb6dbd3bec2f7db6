package io.groundswell.campaign;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Edge;
import io.groundswell.database.Listing;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {
    private final AgroalDataSource database;

    Campaigns(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of a programme's campaigns is compared by one transaction at a time. */
    void beAlone(UUID programId) {
        Alone.with(database, "campaigns " + programId);
    }

    /** So is which of a programme's campaigns is part of which. */
    void nestAlone(UUID programId) {
        Alone.with(database, "nested campaigns " + programId);
    }

    Campaign require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Campaign requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    private PanacheQuery<Campaign> owned(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Campaign found(PanacheQuery<Campaign> query, UUID id) {
        return query.firstResultOptional()
                .orElseThrow(() -> Refusal.of(CampaignError.CAMPAIGN_NOT_FOUND, "No such campaign: %s", id));
    }

    long countIn(UUID programId) {
        return count("programId", programId);
    }

    /** @param programId of the only programme that is wanted, or null */
    Page<Campaign> page(Owner owner, UUID programId, int limit, Edge edge) {
        return Listing.newestFirst(Campaign.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .and("e.programId = :value", programId)
                .page(getEntityManager(), limit, edge);
    }
}
