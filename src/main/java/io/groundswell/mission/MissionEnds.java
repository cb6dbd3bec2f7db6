package io.groundswell.mission;

import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Completes missions whose time is over, those with posts that were due before it when these are out or given up: a
 * publisher that is a moment later than this, or has to try again, must not find them taken off the schedule. What could
 * not go out within a day never will.
 */
@ApplicationScoped
class MissionEnds implements Round {
    private static final Sql DUE = Sql.text("""
            select id from mission m
            where status = 'ACTIVE' and ends_at <= :now
              and (ends_at < cast(:now as timestamptz) - interval '24 hours' or not exists (
                select from content c
                where c.mission_id = m.id and c.status = 'SCHEDULED' and not c.hold and c.scheduled_for < m.ends_at))
            order by ends_at
            limit 100""");

    private final DueMissions missions;
    private final MissionService service;

    MissionEnds(DueMissions missions, MissionService service) {
        this.missions = missions;
        this.service = service;
    }

    @Override
    public String name() {
        return "mission-end";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run(Instant deadline) {
        return missions.each(DUE, deadline, service::endDue);
    }
}
