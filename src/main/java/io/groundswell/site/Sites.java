package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.shared.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class Sites implements PanacheRepositoryBase<Site, String> {
    private static final Sql WITH_ORIGIN = Sql.text("""
            select name from site
            where organization_id = :organization and id <> :except and deleted_at is null and allowed_origins && :origins
            order by created_at, id limit 1""");

    private final AgroalDataSource database;

    Sites(AgroalDataSource database) {
        this.database = database;
    }

    /** Names, origins and the number of sites are compared by one transaction at a time. */
    void beAlone(String organizationId) {
        Alone.with(database, "sites " + organizationId);
    }

    Site require(String organizationId, String id) {
        return owned(organizationId, id, findByIdOptional(id));
    }

    Site requireForChange(String organizationId, String id) {
        return owned(organizationId, id, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The contract wants strangers told apart from what is not there; ids cannot be guessed. */
    private static Site owned(String organizationId, String id, Optional<Site> found) {
        var site = found.filter(one -> !one.isDeleted())
                .orElseThrow(() -> Refusal.of(SiteError.PROJECT_NOT_FOUND, "No such project: %s", id));
        if (!site.organizationId().equals(organizationId)) {
            throw Refusal.of(SiteError.PROJECT_OF_ANOTHER, "This project belongs to another account");
        }
        return site;
    }

    Optional<Site> named(String organizationId, String name) {
        return find("organizationId = ?1 and name = ?2 and deletedAt is null", organizationId, name)
                .firstResultOptional();
    }

    boolean isIn(String organizationId, String id) {
        return count("organizationId = ?1 and id = ?2 and deletedAt is null", organizationId, id) > 0;
    }

    /** Oldest first. */
    List<Site> in(String organizationId) {
        return list("organizationId = ?1 and deletedAt is null order by createdAt, id", organizationId);
    }

    long countIn(String organizationId) {
        return count("organizationId = ?1 and deletedAt is null", organizationId);
    }

    /** @param exceptId of a site that may have them */
    void requireFree(String organizationId, String exceptId, AllowedOrigins origins) {
        if (origins.isAny()) {
            return;
        }
        var values = Map.of("organization", organizationId, "except", exceptId, "origins", origins.origins());
        WITH_ORIGIN.first(database, values, row -> row.getString("name")).ifPresent(name -> {
            throw Refusal.on(
                    SiteError.ORIGIN_TAKEN,
                    "allowed_origins",
                    "The project '%s' has one of these origins already",
                    name);
        });
    }
}
