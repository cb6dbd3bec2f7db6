package io.groundswell.program;

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
class Programs implements PanacheRepositoryBase<Program, UUID> {
    private final AgroalDataSource database;

    Programs(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of programs is compared by one transaction at a time. */
    void beAlone(Owner owner) {
        Alone.with(database, "programs " + owner);
    }

    Program require(Owner owner, UUID id) {
        return found(owned(owner, id), id);
    }

    Program requireForChange(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_WRITE), id);
    }

    Program requireToStay(Owner owner, UUID id) {
        return found(owned(owner, id).withLock(LockModeType.PESSIMISTIC_READ), id);
    }

    private PanacheQuery<Program> owned(Owner owner, UUID id) {
        return find("organizationId = ?1 and mode = ?2 and id = ?3", owner.organizationId(), owner.mode(), id);
    }

    private static Program found(PanacheQuery<Program> query, UUID id) {
        return query.firstResultOptional()
                .orElseThrow(() -> Refusal.of(ProgramError.PROJECT_NOT_FOUND, "No such project: %s", id));
    }

    long count(Owner owner) {
        return count("organizationId = ?1 and mode = ?2", owner.organizationId(), owner.mode());
    }

    Page<Program> page(Owner owner, int limit, Edge edge) {
        return Listing.newestFirst(Program.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.mode = :value", owner.mode())
                .page(getEntityManager(), limit, edge);
    }
}
