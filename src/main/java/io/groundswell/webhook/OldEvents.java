package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deletes events that are a month old, 10,000 at a time. */
@ApplicationScoped
class OldEvents implements Round {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Sql DELETE = Sql.text("""
            delete from outbox_event where id = any (array(
                select id from outbox_event where at < :end limit 10000))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldEvents(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_events";
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
