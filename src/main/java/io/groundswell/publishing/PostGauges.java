package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Tells operators how many posts are late, and for how long. All instances count the same rows. */
@ApplicationScoped
class PostGauges implements Round {
    private static final Sql BACKLOG = Sql.file(PostGauges.class, "backlog.sql");

    private final AgroalDataSource database;
    private final Clock clock;
    private final AtomicLong due;
    private final AtomicLong oldestSeconds;

    PostGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.due = meters.gauge("groundswell.posts.due", new AtomicLong());
        this.oldestSeconds = meters.gauge("groundswell.posts.oldest.seconds", new AtomicLong());
    }

    @Override
    public String name() {
        return "post-gauges";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    /** Looks and does nothing, so there is never more to do. */
    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        BACKLOG.list(database, Map.of("now", now), row -> {
            due.set(row.getLong("due"));
            var oldest = Sql.instant(row, "oldest");
            oldestSeconds.set(oldest == null ? 0 : Duration.between(oldest, now).toSeconds());
            return null;
        });
        return 0;
    }
}
