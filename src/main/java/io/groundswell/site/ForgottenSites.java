package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Forgets sites that were deleted 62 days ago and never had an event, 10,000 at a time. */
@ApplicationScoped
class ForgottenSites implements Round {
    private static final Duration KEPT = Duration.ofDays(62);
    private static final Sql DELETE = Sql.text("""
            delete from site where id = any (array(
                select id from site where deleted_at < :end and total_events = 0 order by deleted_at limit 10000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    ForgottenSites(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forgotten_sites";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(KEPT);
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", end)));
    }
}
