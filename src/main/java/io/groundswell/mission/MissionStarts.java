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

/** Starts drafts at the time they were planned for, or once their organization is not suspended any more. */
@ApplicationScoped
class MissionStarts implements Round {
    private static final Sql DUE = Sql.text("""
            select m.id from mission m join organization o on o.id = m.organization_id
            where m.status = 'DRAFT' and m.deleted_at is null and m.starts_at is not null and m.starts_at <= :now
                and o.status = 'ACTIVE'
            order by m.starts_at limit 100""");

    private final AgroalDataSource database;
    private final MissionService missions;
    private final OneByOne oneByOne;
    private final Clock clock;

    MissionStarts(AgroalDataSource database, MissionService missions, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.missions = missions;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mission_start";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run(Instant deadline) {
        var due = DUE.list(database, Map.of("now", clock.instant()), row -> row.getString("id"));
        return oneByOne.each(this, due, id -> "mission " + id, deadline, id -> missions.startDue(id) ? 1 : 0);
    }
}
