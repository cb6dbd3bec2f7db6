package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PipelineJobs implements PanacheRepositoryBase<PipelineJob, String> {
    private static final Sql NEXT_DUE = Sql.file(PipelineJobs.class, "next-due.sql");
    private static final String OF_MISSION = "organizationId = ?1 and mode = ?2 and missionId = ?3";

    private final AgroalDataSource database;

    PipelineJobs(AgroalDataSource database) {
        this.database = database;
    }

    Optional<PipelineJob> of(Owner owner, String missionId) {
        return find(OF_MISSION, owner.organizationId(), owner.mode(), missionId).firstResultOptional();
    }

    Optional<PipelineJob> ofForChange(Owner owner, String missionId) {
        return find(OF_MISSION, owner.organizationId(), owner.mode(), missionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<PipelineJob> forChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Holds the job that waited longest, unless another worker takes it at this moment. */
    Optional<PipelineJob> nextDue(Instant now) {
        return NEXT_DUE.first(database, Map.of("now", now), row -> row.getString("id"))
                .map(this::findById);
    }

    /** Jobs that ran out of money and may look again. */
    List<PipelineJob> waitingForMoney(Instant now, int most) {
        return find(
                        "status = ?1 and pausedReason = ?2 and hold.dueAt <= ?3 order by hold.dueAt",
                        JobStatus.PAUSED,
                        PipelineJob.OUT_OF_BUDGET,
                        now)
                .page(0, most)
                .list();
    }
}
