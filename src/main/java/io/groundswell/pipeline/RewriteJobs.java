package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.ContentEvent;
import io.groundswell.content.RewriteService;
import io.groundswell.cost.Ledger;
import io.groundswell.database.Sql;
import io.groundswell.generation.Route;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rewritings that were asked for. Each is held by one worker at a time, like a pipeline job. */
@ApplicationScoped
class RewriteJobs {
    private static final Sql ADD = Sql.text("""
            insert into rewrite_job (id, organization_id, mode, mission_id, content_id, feedback, status, attempts, due_at)
            values (:id, :organization, :mode, :mission, :content, :feedback, 'PENDING', 0, :now)""");
    private static final Sql CLAIM = Sql.file(RewriteJobs.class, "claim-rewrite.sql");
    private static final Sql HOLD = Sql.text("""
            update rewrite_job set locked_until = :until
            where id = :id and locked_by = :worker and status = 'PENDING'""");
    private static final Sql FIND = Sql.text("select id from rewrite_job where id = :id");
    private static final Sql RETRY = Sql.text("""
            update rewrite_job set attempts = :attempts, due_at = :due, locked_by = null, locked_until = null
            where id = :id and locked_by = :worker""");
    private static final Sql GIVE_UP = Sql.text("""
            update rewrite_job set attempts = 0, given_up = array_append(given_up, :route), due_at = :now,
                   locked_by = null, locked_until = null
            where id = :id and locked_by = :worker""");
    private static final Sql END = Sql.text("""
            update rewrite_job set status = :status, error = :error, locked_by = null, locked_until = null
            where id = :id and locked_by = :worker""");

    private final AgroalDataSource database;
    private final Ledger ledger;
    private final RewriteService rewrites;
    private final PipelineConfig config;
    private final Clock clock;

    RewriteJobs(AgroalDataSource database, Ledger ledger, RewriteService rewrites, PipelineConfig config, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.rewrites = rewrites;
        this.config = config;
        this.clock = clock;
    }

    void rejected(@Observes ContentEvent.Rejected rejected) {
        if (rejected.regenerate()) {
            add(RewriteJob.asked(
                    rejected.jobId(),
                    rejected.owner(),
                    rejected.missionId(),
                    rejected.contentId(),
                    rejected.feedback()));
        }
    }

    void add(RewriteJob job) {
        var values = new HashMap<String, Object>();
        values.put("id", job.id());
        values.put("organization", job.owner().organizationId());
        values.put("mode", job.owner().mode());
        values.put("mission", job.missionId());
        values.put("content", job.contentId());
        values.put("feedback", job.feedback());
        values.put("now", clock.instant());
        ADD.update(database, values);
    }

    Optional<RewriteJob> claim(String worker) {
        var now = clock.instant();
        return CLAIM.first(
                database,
                Map.of("worker", worker, "now", now, "until", now.plus(config.lease())),
                row -> new RewriteJob(
                        row.getString("id"),
                        Sql.owner(row),
                        row.getString("mission_id"),
                        row.getString("content_id"),
                        row.getString("feedback"),
                        row.getInt("attempts"),
                        List.of((String[]) row.getArray("given_up").getArray()),
                        worker));
    }

    /** Whether the worker still has the job, which stays so until the transaction ends. Renews its lease. */
    boolean hold(RewriteJob job) {
        var until = clock.instant().plus(config.lease());
        return HOLD.update(database, Map.of("id", job.id(), "worker", job.worker(), "until", until)) == 1;
    }

    void retry(RewriteJob job, int attempts, Instant due) {
        RETRY.update(database, Map.of("id", job.id(), "worker", job.worker(), "attempts", attempts, "due", due));
    }

    /** Goes on at once with whoever is left. */
    @Transactional
    public void giveUp(RewriteJob job, Route route) {
        var values = Map.of("id", job.id(), "worker", job.worker(), "route", route.toString(), "now", clock.instant());
        if (GIVE_UP.update(database, values) == 1) {
            ledger.releaseOpen(job.owner(), job.id());
        }
    }

    void done(RewriteJob job) {
        end(job, "DONE", null);
    }

    /** Does nothing when another worker has taken the job over: its reservations are in use. */
    @Transactional
    public void failed(RewriteJob job, String error) {
        if (end(job, "FAILED", error)) {
            rewrites.gaveUp(job.owner(), job.contentId(), job.id());
            ledger.releaseOpen(job.owner(), job.id());
        } else if (isGone(job)) {
            ledger.releaseOpen(job.owner(), job.id());
        }
    }

    /** Deleted together with its item. */
    private boolean isGone(RewriteJob job) {
        return !FIND.exists(database, Map.of("id", job.id()));
    }

    private boolean end(RewriteJob job, String status, String error) {
        var values = new HashMap<String, Object>();
        values.put("id", job.id());
        values.put("worker", job.worker());
        values.put("status", status);
        values.put("error", error);
        return END.update(database, values) == 1;
    }
}
