package io.groundswell.mission;

import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Completes missions whose time is over. */
@ApplicationScoped
class MissionEnds implements Round {
    private static final Sql DUE = Sql.text("""
            select id from mission where status = 'ACTIVE' and ends_at <= :now order by ends_at limit 100""");

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
