package io.groundswell.mission;

import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Starts drafts at the time they were planned for. */
@ApplicationScoped
class MissionStarts implements Round {
    private static final Sql DUE = Sql.text("""
            select id from mission where status = 'DRAFT' and starts_at is not null and starts_at <= :now
            order by starts_at limit 100""");

    private final DueMissions missions;
    private final MissionService service;

    MissionStarts(DueMissions missions, MissionService service) {
        this.missions = missions;
        this.service = service;
    }

    @Override
    public String name() {
        return "mission-start";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run(Instant deadline) {
        return missions.each(DUE, deadline, service::startDue);
    }
}
