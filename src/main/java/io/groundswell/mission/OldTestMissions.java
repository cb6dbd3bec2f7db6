package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Test mode is a sandbox that is cleared from time to time: its old missions go, with all that is theirs. */
@ApplicationScoped
class OldTestMissions implements Round {
    private static final Sql DELETE = Sql.text("""
            delete from mission where id = any (array(
                select id from mission where mode = 'TEST' and created_at < :end order by created_at limit 100
                for update skip locked))""");

    private final AgroalDataSource database;
    private final MissionConfig config;
    private final Repeat repeat;
    private final Clock clock;

    OldTestMissions(AgroalDataSource database, MissionConfig config, Repeat repeat, Clock clock) {
        this.database = database;
        this.config = config;
        this.repeat = repeat;
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

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(config.testRetention());
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", end)));
    }
}
