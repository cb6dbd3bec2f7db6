package io.groundswell.source;

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

/** Tells operators for how long creators and videos wait to be looked up, and how many sources fail. */
@ApplicationScoped
class SourceGauges implements Round {
    private static final Sql STATE = Sql.file(SourceGauges.class, "state.sql");

    private final AgroalDataSource database;
    private final Clock clock;
    private final AtomicLong creators;
    private final AtomicLong videos;
    private final AtomicLong failing;

    SourceGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.creators = meters.gauge("groundswell.source.creators.oldest.seconds", new AtomicLong());
        this.videos = meters.gauge("groundswell.source.videos.oldest.seconds", new AtomicLong());
        this.failing = meters.gauge("groundswell.source.failing", new AtomicLong());
    }

    @Override
    public String name() {
        return "source-gauges";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    /** Looks and does nothing, so there is never more to do. */
    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        STATE.list(database, Map.of(), row -> {
            creators.set(age(Sql.instant(row, "creators"), now));
            videos.set(age(Sql.instant(row, "videos"), now));
            failing.set(row.getLong("failing"));
            return null;
        });
        return 0;
    }

    private static long age(Instant due, Instant now) {
        return due == null || due.isAfter(now) ? 0 : Duration.between(due, now).toSeconds();
    }
}
