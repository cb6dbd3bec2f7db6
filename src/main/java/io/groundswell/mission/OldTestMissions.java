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

/** Test mode is a sandbox that is cleared from time to time: its old missions go, with all that is theirs. */
@ApplicationScoped
class OldTestMissions implements Round {
    private static final Sql OLD = Sql.text("""
            select id from mission where mode = 'TEST' and deleted_at is null and created_at < :end
            order by created_at limit 100""");

    private final AgroalDataSource database;
    private final MissionService missions;
    private final MissionConfig config;
    private final OneByOne oneByOne;
    private final Clock clock;

    OldTestMissions(
            AgroalDataSource database, MissionService missions, MissionConfig config, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.missions = missions;
        this.config = config;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_test_missions";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    /** Their rows follow in the round of all deleted missions. */
    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(config.testRetention());
        return oneByOne.allOf(
                this,
                () -> OLD.list(database, Map.of("end", end), row -> row.getString("id")),
                id -> "mission " + id,
                deadline,
                id -> missions.expire(id) ? 1 : 0);
    }
}
