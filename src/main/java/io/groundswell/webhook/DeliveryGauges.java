package io.groundswell.webhook;

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

/** Tells operators how much waits to be sent, and for how long. All instances count the same rows. */
@ApplicationScoped
class DeliveryGauges implements Round {
    private static final Sql WAITING = Sql.file(DeliveryGauges.class, "waiting.sql");

    private final AgroalDataSource database;
    private final Clock clock;
    private final AtomicLong waiting;
    private final AtomicLong oldestSeconds;

    DeliveryGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.waiting = meters.gauge("groundswell.webhook.deliveries.waiting", new AtomicLong());
        this.oldestSeconds = meters.gauge("groundswell.webhook.deliveries.oldest.seconds", new AtomicLong());
    }

    @Override
    public String name() {
        return "webhook-gauges";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    /** Looks and does nothing, so there is never more to do. */
    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        WAITING.list(database, Map.of("now", now), row -> {
            waiting.set(row.getLong("waiting"));
            var oldest = Sql.instant(row, "oldest");
            oldestSeconds.set(oldest == null ? 0 : Duration.between(oldest, now).toSeconds());
            return null;
        });
        return 0;
    }
}
