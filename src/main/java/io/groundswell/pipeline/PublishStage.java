package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentService;
import io.groundswell.database.Sql;
import io.groundswell.publishing.ScheduleService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** Applies the approval policy to a cycle's drafts, one a step, and puts what is approved into its slots. */
@ApplicationScoped
class PublishStage implements StageWork {
    private static final Sql SCHEDULED = Sql.text("""
            select id from content
            where mission_id = :mission and cycle = :cycle and status = 'SCHEDULED' and publish_claim is null
              and scheduled_for = planned_for
            order by slot
            for update""");

    private final Leases leases;
    private final Calendar calendar;
    private final ContentService contents;
    private final ScheduleService schedule;
    private final ContentMoves moves;
    private final AgroalDataSource database;
    private final StageEvents events;
    private final Clock clock;

    PublishStage(
            Leases leases,
            Calendar calendar,
            ContentService contents,
            ScheduleService schedule,
            ContentMoves moves,
            AgroalDataSource database,
            StageEvents events,
            Clock clock) {
        this.leases = leases;
        this.calendar = calendar;
        this.contents = contents;
        this.schedule = schedule;
        this.moves = moves;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.PUBLISH;
    }

    @Override
    public void step(Lease lease) {
        leases.guarded(lease, (mission, job) -> {
            var drafts = contents.drafts(lease.owner(), mission.id(), job.cycle());
            if (drafts.isEmpty()) {
                complete(lease, job);
            } else {
                schedule.holdAgenda(lease.owner());
                contents.decide(lease.owner(), drafts.get(0));
                schedule.scheduleAtPlannedSlot(lease.owner(), drafts.get(0));
                var made = calendar.progress(mission.id(), job.cycle()).made();
                job.progress(made == 0 ? 100 : (made - drafts.size() + 1) * 100 / made);
            }
            return null;
        });
    }

    private void complete(Lease lease, PipelineJob job) {
        var counts = contents.counts(lease.owner(), lease.missionId());
        job.complete(
                Map.of("scheduled", counts.scheduled(), "pending_review", counts.pendingReview()), clock.instant());
        events.completed(job, Stage.PUBLISH);
    }

    /**
     * Leaves the rest of the cycle approved and without a time, as long as its job has failed here. What is being published right now
     * stays, and so does what somebody has put at another time.
     */
    @Override
    public void rollback(Lease lease, int cycle) {
        var slots = Map.of("mission", lease.missionId(), "cycle", cycle);
        SCHEDULED
                .list(database, slots, row -> row.getString("id"))
                .forEach(id -> moves.unschedule(lease.owner(), id, false));
    }
}
