package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Test mode is cleared from time to time. What is attached to a mission goes with it; the organization stays. */
@ApplicationScoped
class OldTestAnnotations implements Round {
    /** As long as anything else of test mode. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Sql DELETE = Sql.text("""
            delete from annotation where id = any (array(
                select id from annotation where mode = 'TEST' and scope = 'ORGANIZATION' and created_at < :end
                order by created_at limit 10000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldTestAnnotations(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_test_annotations";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(KEPT);
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", end)));
    }
}
