package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

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

    private final AgroalDataSource database;
    private final MissionService missions;
    private final OneByOne oneByOne;
    private final Clock clock;

    MissionEnds(AgroalDataSource database, MissionService missions, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.missions = missions;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mission_end";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run(Instant deadline) {
        var due = DUE.list(database, Map.of("now", clock.instant()), row -> row.getString("id"));
        return oneByOne.each(this, due, id -> "mission " + id, deadline, id -> missions.endDue(id) ? 1 : 0);
    }
}
