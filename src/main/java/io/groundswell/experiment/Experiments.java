package io.groundswell.experiment;

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
class Experiments implements PanacheRepositoryBase<Experiment, String> {
    private static final Sql KEEP_NAME =
            Sql.text("insert into former_experiment (site_id, name) values (:site, :name) on conflict do nothing");
    private static final Sql HAD_NAME =
            Sql.text("select from former_experiment where site_id = :site and name = :name");
    private static final Sql NAMES = Sql.text("select count(*) as names from former_experiment where site_id = :site");

    private final AgroalDataSource database;

    Experiments(AgroalDataSource database) {
        this.database = database;
    }

    /** Names and the number of experiments of a site are compared by one transaction at a time. */
    void beAlone(String siteId) {
        Alone.with(database, "experiments " + siteId);
    }

    Experiment require(String organizationId, String id) {
        return owned(organizationId, id, findByIdOptional(id));
    }

    Experiment requireForChange(String organizationId, String id) {
        return owned(organizationId, id, findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The contract wants strangers told apart from what is not there; ids cannot be guessed. */
    private static Experiment owned(String organizationId, String id, Optional<Experiment> found) {
        var experiment = found.orElseThrow(() -> notFound(id));
        if (!experiment.organizationId().equals(organizationId)) {
            throw Refusal.of(ExperimentError.EXPERIMENT_OF_ANOTHER, "This experiment belongs to another account");
        }
        return experiment;
    }

    static Refusal notFound(String id) {
        return Refusal.of(ExperimentError.EXPERIMENT_NOT_FOUND, "No such experiment: %s", id);
    }

    void requireFree(String siteId, String name) {
        if (count("siteId = ?1 and name = ?2", siteId, name) > 0) {
            throw Refusal.on(
                    ExperimentError.EXPERIMENT_NAME_EXISTS,
                    "name",
                    "Another experiment of this project is called '%s'",
                    name);
        }
    }

    /** Oldest first. */
    List<Experiment> of(String siteId) {
        return list("siteId = ?1 order by createdAt, id", siteId);
    }

    long countOf(String siteId) {
        return count("siteId", siteId);
    }

    /** The name is free again, but what was told of it is not the next one's. */
    void forget(Experiment experiment) {
        KEEP_NAME.update(database, Map.of("site", experiment.siteId(), "name", experiment.name()));
        delete(experiment);
    }

    boolean wasTaken(String siteId, String name) {
        return HAD_NAME.exists(database, Map.of("site", siteId, "name", name));
    }

    long countFormer(String siteId) {
        return NAMES.first(database, Map.of("site", siteId), row -> row.getLong("names"))
                .orElseThrow();
    }
}
